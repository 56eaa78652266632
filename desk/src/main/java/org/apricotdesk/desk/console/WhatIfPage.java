package org.apricotdesk.desk.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A sentence and what would become of it.
///
/// @param speaker the userid of who would say it
/// @param sentence as typed; blank before the first try
/// @param problem the key of what is wrong with what was typed
public record WhatIfPage(
    String speaker, String sentence, List<Outcome> outcomes, Optional<String> problem) {

  /// One thing the sentence says.
  ///
  /// @param reasons what each decision rested on, in words
  /// @param ticket what would be opened; empty where nothing would
  public record Outcome(
      String text,
      String kind,
      Optional<String> category,
      int confidence,
      List<Rehearsal.Reason> reasons,
      Optional<Opened> ticket) {}

  /// @param asked who would get the card first
  public record Opened(
      String title,
      String place,
      String priority,
      String team,
      List<String> asked,
      Optional<Instant> answerBy,
      Optional<Instant> solveBy) {}
}
