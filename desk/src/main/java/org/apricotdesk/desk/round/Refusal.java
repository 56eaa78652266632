package org.apricotdesk.desk.round;

/// Why something about a visit was not done. Every one has a text people can read.
public enum Refusal {
  NOT_ALLOWED,
  NOT_NOW,
  TEXT_MISSING,
  TEXT_TOO_LONG,
  DATE_PAST,
  ENGINEER_UNKNOWN,
  DEPARTMENT_UNKNOWN,
  /// The engineer is somewhere else then, or the ward has another visit.
  CLASH,
  ALREADY_SETTLED
}
