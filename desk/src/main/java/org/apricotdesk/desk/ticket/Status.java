package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// Where a ticket stands.
public enum Status {
  NEW,
  ASSIGNED,
  IN_PROGRESS,
  PENDING_USER,
  PENDING_VENDOR,
  PENDING_APPROVAL,
  SCHEDULED,
  RESOLVED,
  CLOSED,
  CANCELLED,
  MERGED,
  REDIRECTED;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Status of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether somebody still has to do something about it.
  public boolean isOpen() {
    return compareTo(RESOLVED) < 0;
  }

  /// Whether it waits for somebody outside the information department.
  public boolean isPaused() {
    return compareTo(PENDING_USER) >= 0 && compareTo(SCHEDULED) <= 0;
  }

  /// Whether nobody has taken it yet.
  public boolean isUnclaimed() {
    return this == NEW || this == ASSIGNED;
  }
}
