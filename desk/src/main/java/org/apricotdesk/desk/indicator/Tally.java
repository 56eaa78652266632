package org.apricotdesk.desk.indicator;

import java.util.Locale;
import org.apricotdesk.desk.target.Owner;

/// What is counted of tickets; every figure is made of these.
enum Tally {
  /// Came in to be done here.
  OPENED,
  SOLVED,
  RESPONSE,
  ANSWER_TIME,
  RESOLUTION,
  REQUEST,
  REPAIR_TIME,
  FIRST_CONTACT,
  REOPENED,
  SATISFIED,
  /// Solved tickets whose reporter was asked for a rating; a hit has one.
  RATED,
  /// Urgent faults, of whatever system; a hit is of P1.
  FAILURE,
  /// What vendors were called for; a hit came in time.
  VENDOR,
  /// Reported in a chat.
  CHAT,
  /// Open and late; known only for now.
  OVERDUE,
  TEST,
  /// Left out, by why; a hit is a request.
  MERGED,
  CANCELLED,
  REDIRECTED,
  NO_REPLY,
  NOT_ASKED,
  /// Time of solved tickets, by on whom they waited.
  WAITED_DESK,
  WAITED_ENGINEER,
  WAITED_USER,
  WAITED_VENDOR,
  WAITED_APPROVER,
  WAITED_APPOINTMENT,
  WAITED_PARENT,
  WAITED_SOLVED,
  WAITED_OUTSIDE_HOURS;

  static Tally waited(Owner owner) {
    return valueOf("WAITED_" + owner.name());
  }

  /// Whether the single times matter, not their sum alone.
  boolean isOfTimes() {
    return this == ANSWER_TIME || this == REPAIR_TIME;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tally of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
