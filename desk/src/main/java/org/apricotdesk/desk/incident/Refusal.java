package org.apricotdesk.desk.incident;

/// Why a wish about an incident was not granted. Every one has a text people can read.
public enum Refusal {
  NOT_ALLOWED,
  /// Level A is the director's to declare.
  DIRECTOR_DECLARES,
  /// Not where the incident stands now.
  NOT_NOW,
  TITLE_MISSING,
  TEXT_MISSING,
  TEXT_TOO_LONG,
  REASON_MISSING,
  CATEGORY_MISSING,
  PLACES_MISSING,
  /// The next word is promised for a time that is past or more than a day off.
  TIME_UNFIT,
  NOTHING_CHANGES,
  /// Places that do not answer or say it does not work: close with a note, or wait.
  PLACES_OPEN,
  REVIEW_INCOMPLETE,
  UNKNOWN_MEASURE,
  NOT_AFFECTED
}
