package org.apricotdesk.desk.dashboard;

import java.util.List;
import java.util.Optional;

/// Engineers and how they are assessed, by team and never in an order of merit.
///
/// @param scores whether the reader may see them, not only rate innovation
public record AssessmentsPage(TermChoice term, boolean scores, List<Group> teams) {

  /// The engineers of a team.
  public record Group(String name, List<Row> rows) {}

  /// @param path empty for whom there is nothing to show
  /// @param about tier and what has to be said, in words
  /// @param value the score, or how innovation is rated
  public record Row(String name, Optional<String> path, List<String> about, String value) {}
}
