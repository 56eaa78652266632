package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// Whom or what a paused ticket waits for; each is a status of the same name.
public enum PauseKind {
  PENDING_USER,
  PENDING_VENDOR,
  PENDING_APPROVAL,
  SCHEDULED;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static PauseKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public Status status() {
    return Status.valueOf(name());
  }
}
