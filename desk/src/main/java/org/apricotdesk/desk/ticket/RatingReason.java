package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// What somebody liked or missed.
public enum RatingReason {
  FAST,
  CLEAR,
  FIXED_AT_ONCE,
  FRIENDLY,
  SLOW,
  NOT_FIXED,
  UNCLEAR,
  UNFRIENDLY;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static RatingReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether it is a complaint.
  public boolean complains() {
    return compareTo(SLOW) >= 0;
  }
}
