package org.apricotdesk.desk.duty;

import java.util.Locale;

/// First line is on site or in the duty room; second line is on call at home.
public enum Line {
  FIRST,
  SECOND,
  /// The manager on call.
  DIRECTOR;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
