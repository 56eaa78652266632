package org.apricotdesk.desk.round;

/// What became of a wish about rounds.
public sealed interface Answer {
  /// @param visit its number
  record Done(long visit) implements Answer {}

  record Refused(Refusal why) implements Answer {}
}
