package org.apricotdesk.desk.round;

import java.util.Locale;

/// What became of a finding.
public enum Outcome {
  TICKET,
  SUGGESTION,
  ARTICLE,
  TRAINING,
  EXPLAINED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Outcome of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
