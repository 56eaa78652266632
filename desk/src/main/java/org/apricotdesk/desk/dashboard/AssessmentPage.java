package org.apricotdesk.desk.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How one engineer is assessed, with every part of it.
///
/// @param path of this page
/// @param sum what the reader may see of the score; empty for whoever only rates innovation
/// @param rating the form for it; empty for whoever does not rate
/// @param breach the form for one; empty for whoever does not note any
public record AssessmentPage(
    String name,
    String tier,
    String path,
    TermChoice term,
    Optional<Sum> sum,
    List<Rated> ratings,
    Optional<Form> rating,
    List<Broken> breaches,
    Optional<Form> breach) {

  /// @param formula how the score comes about, in numbers; empty where there is none
  /// @param remarks what has to be said with it, in words
  public record Sum(String score, String formula, List<String> remarks, List<Section> sections) {}

  public record Section(String name, String weight, String points, List<Line> lines) {}

  /// @param basis what the points come from, in words
  /// @param path of its definition and rows; empty where there are none
  public record Line(
      String name, String weight, String basis, String points, Optional<String> path) {}

  /// @param judge who judges, by office
  public record Rated(String judge, int score, String reason, String by, Instant at) {}

  public record Broken(long number, LocalDate on, String reason, String by) {}

  /// What stands in a form.
  ///
  /// @param value the score, or the day
  /// @param problem what is wrong with it, in words; mostly empty
  public record Form(String value, String reason, String problem) {}
}
