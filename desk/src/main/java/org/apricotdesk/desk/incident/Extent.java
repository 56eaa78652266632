package org.apricotdesk.desk.incident;

import java.util.Locale;

/// How far an incident reaches; each step holds the one before.
public enum Extent {
  DEVICE,
  ROOM,
  BUILDING,
  CAMPUS,
  HOSPITAL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Extent of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
