package org.apricotdesk.desk.suggestion;

/// The answer to a [Wish].
public sealed interface Answer {
  Suggestion suggestion();

  record Done(Suggestion suggestion) implements Answer {}

  record Refused(Refusal why, Suggestion suggestion) implements Answer {}
}
