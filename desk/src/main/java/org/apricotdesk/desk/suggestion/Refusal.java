package org.apricotdesk.desk.suggestion;

/// Why a wish about a suggestion was not granted. Every one has a text people can read.
public enum Refusal {
  NOT_ALLOWED,
  NOT_NOW,
  TEXT_MISSING,
  TEXT_TOO_LONG,
  /// Nobody seconds or scores their own wish.
  OWN_WISH,
  ALREADY_SECONDED,
  SAME_SUGGESTION,
  UNKNOWN_SUGGESTION,
  MARK_OUT_OF_RANGE,
  /// Too few reviewers, or a side is missing.
  NO_QUORUM,
  SCORE_TOO_LOW,
  /// It cannot be done as things are.
  NOT_FEASIBLE,
  OWNER_UNKNOWN,
  DATE_PAST,
  /// A step of the way is left out without a reason, or where none may be.
  STEP_SKIPPED,
  BASELINE_MISSING,
  BASELINE_UNFIT,
  PILOT_MISSING,
  NOTHING_CHANGES
}
