package org.apricotdesk.desk.incident;

/// The answer to a [Wish].
public sealed interface Answer {
  /// The incident as it stands after it or, refused, as it stood.
  Incident incident();

  record Done(Incident incident) implements Answer {}

  record Refused(Refusal why, Incident incident) implements Answer {}
}
