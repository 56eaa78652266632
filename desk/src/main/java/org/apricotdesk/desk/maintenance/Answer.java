package org.apricotdesk.desk.maintenance;

/// The answer to a wish about planned work.
public sealed interface Answer {
  record Done(Work work) implements Answer {}

  record Refused(Refusal why) implements Answer {}
}
