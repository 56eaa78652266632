package org.apricotdesk.desk.brief;

import java.util.Locale;

/// What became of a wish about a brief.
public sealed interface Outcome {
  record Done(Brief brief) implements Outcome {}

  record Refused(Why why) implements Outcome {}

  enum Why {
    /// There is none of that number.
    UNKNOWN,
    /// Somebody else has changed it meanwhile.
    STALE,
    /// It is not in the state for that.
    WRONG_STATE,
    /// Who wrote or submitted it cannot publish it.
    SAME_PERSON,
    /// The text holds data of a patient.
    PATIENT_DATA,
    /// No title, or no text.
    EMPTY,
    TOO_LONG,
    /// A correction of it is already at work.
    CORRECTED,
    /// Its numbers are still right.
    NOTHING_CHANGED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
