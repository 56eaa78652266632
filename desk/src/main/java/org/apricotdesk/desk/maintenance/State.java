package org.apricotdesk.desk.maintenance;

import java.util.Locale;

/// Where planned work stands.
public enum State {
  /// Waits for the director.
  REQUESTED,
  /// Approved, and those affected were told.
  ANNOUNCED,
  ENDED,
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
