package org.apricotdesk.desk.target;

import java.util.Locale;

/// On whom a ticket waited; the parts add up to the whole of its life.
public enum Owner {
  /// Nobody had taken it.
  DESK,
  ENGINEER,
  USER,
  VENDOR,
  APPROVER,
  /// A time agreed with the reporter.
  APPOINTMENT,
  /// The ticket it was merged into.
  PARENT,
  /// It was thought to be solved and came back.
  SOLVED,
  /// Nobody works then by the calendar that counts for it.
  OUTSIDE_HOURS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Owner of(Phase phase) {
    return switch (phase) {
      case UNCLAIMED -> DESK;
      case WORKING -> ENGINEER;
      case AWAITING_USER -> USER;
      case AWAITING_VENDOR -> VENDOR;
      case AWAITING_APPROVAL -> APPROVER;
      case SCHEDULED -> APPOINTMENT;
      case MERGED -> PARENT;
      case DONE, VOID -> SOLVED;
    };
  }
}
