package org.apricotdesk.desk.ticket;

/// Why a wish about a ticket was not granted. Every one has a text people can read.
public enum Refusal {
  /// Somebody else was quicker; the ticket says who.
  ALREADY_CLAIMED,
  /// It is in the asking person's hands already.
  ALREADY_YOURS,
  /// Only the person who has it in hand may do this.
  NOT_YOURS,
  /// This person's roles do not allow it.
  NOT_ALLOWED,
  /// Not possible where the ticket stands now.
  NOT_NOW,
  /// It is over: closed, cancelled, merged or passed on.
  ALREADY_OVER,
  /// The caller looked at an older version.
  STALE,
  SOLUTION_TOO_SHORT,
  CATEGORY_MISSING,
  UNKNOWN_CATEGORY,
  REASON_MISSING,
  TEXT_MISSING,
  TEXT_TOO_LONG,
  VENDOR_MISSING,
  TIME_MISSING,
  TIME_PAST,
  /// Service requests only wait for approvals.
  NO_APPROVAL_NEEDED,
  REOPEN_TOO_LATE,
  RATING_TOO_LATE,
  ALREADY_RATED,
  SCORE_OUT_OF_RANGE,
  /// Nobody confirms or rates their own work.
  OWN_WORK,
  /// Engineers hand over within their squad or to a pool.
  OTHER_SQUAD,
  NOT_AN_ENGINEER,
  PERSON_GONE,
  OUT_OF_CAMPUS,
  UNKNOWN_TEAM,
  SAME_TICKET,
  UNKNOWN_PARENT,
  PARENT_OVER,
  PARENT_IS_CHILD,
  HAS_CHILDREN,
  NOT_MERGED,
  NOTHING_CHANGES,
  /// An engineer moves a priority one step at a time.
  STEP_TOO_BIG,
  UNKNOWN_ATTACHMENT,
  UNKNOWN_OTHER,
  ALREADY_LINKED,
  NOT_LINKED,
  ASSET_MISSING,
  /// Somebody has that spare already.
  ASSET_OUT,
  NOT_LENT,
  LOAN_TOO_LONG,
  EXTENDED_ALREADY
}
