package org.apricotdesk.desk.survey;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;

/// What a quarter's forms say.
///
/// @param sum of all answers of valid forms, `full` the most it could be
/// @param valid how many forms count
/// @param sufficient whether enough departments and people answered
public record SurveyResults(
    String quarter,
    int invited,
    int valid,
    long sum,
    long full,
    boolean sufficient,
    List<Row> rows) {
  public SurveyResults {
    rows = List.copyOf(rows);
  }

  /// @param percent empty where fewer than three answered, so that nobody can be told from it
  public record Row(DepartmentId department, int forms, Optional<Double> percent) {}

  /// Per cent of the most it could be; empty without a form.
  public Optional<Double> percent() {
    return full == 0 ? Optional.empty() : Optional.of(100.0 * sum / full);
  }
}
