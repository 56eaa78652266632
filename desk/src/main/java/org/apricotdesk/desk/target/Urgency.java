package org.apricotdesk.desk.target;

import java.util.Locale;

/// How far care or settlement is held up.
public enum Urgency {
  LOW,
  MEDIUM,
  HIGH;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
