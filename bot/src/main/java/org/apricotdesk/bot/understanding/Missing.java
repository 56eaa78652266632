package org.apricotdesk.bot.understanding;

/// What one would have to ask before the right person can go to the right place.
public enum Missing {
  /// Only "坏了": what does it do or not do?
  SYMPTOM,
  /// A printer, but which?
  DEVICE,
  /// A shared system: only here, or next door as well?
  SCOPE,
  /// The department exists on two campuses.
  CAMPUS,
  /// No department said and none known.
  DEPARTMENT
}
