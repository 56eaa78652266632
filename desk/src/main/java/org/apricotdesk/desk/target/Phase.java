package org.apricotdesk.desk.target;

/// What a ticket waits for, as its clocks see it.
public enum Phase {
  UNCLAIMED,
  WORKING,
  AWAITING_USER,
  AWAITING_VENDOR,
  AWAITING_APPROVAL,
  SCHEDULED,
  /// Resolved or closed; it may be reopened.
  DONE,
  /// Part of another ticket, which counts instead.
  MERGED,
  /// Cancelled or passed to another department.
  VOID;

  boolean isPause() {
    return switch (this) {
      case AWAITING_USER, AWAITING_VENDOR, AWAITING_APPROVAL, SCHEDULED, MERGED -> true;
      case UNCLAIMED, WORKING, DONE, VOID -> false;
    };
  }

  boolean isEnd() {
    return this == DONE || this == VOID;
  }
}
