package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// Where a report came in.
public enum Channel {
  DIRECT,
  GROUP_AT,
  GROUP_SILENT,
  PHONE,
  SCAN,
  WEB,
  ROUND,
  MONITOR,
  API;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
