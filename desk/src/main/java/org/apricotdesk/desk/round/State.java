package org.apricotdesk.desk.round;

import java.util.Locale;

/// Where a visit stands.
public enum State {
  PLANNED,
  /// The notebook is closed; the ward's liaison is to confirm.
  LOGGED,
  CONFIRMED,
  /// It did not happen, for a reason that counts.
  EXCUSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
