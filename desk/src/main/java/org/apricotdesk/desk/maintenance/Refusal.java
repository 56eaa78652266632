package org.apricotdesk.desk.maintenance;

/// Why a wish about planned work was not granted. Every one has a text people can read.
public enum Refusal {
  NOT_ALLOWED,
  /// Whoever asked for it does not approve it.
  SAME_PERSON,
  NOT_NOW,
  TEXT_MISSING,
  TEXT_TOO_LONG,
  SYSTEM_MISSING,
  PLACES_MISSING,
  /// It ends before it begins, lasts more than three days, or is over already.
  TIME_UNFIT
}
