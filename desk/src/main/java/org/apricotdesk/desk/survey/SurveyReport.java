package org.apricotdesk.desk.survey;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;

/// Adds up a quarter's forms; domain §16.4 and §17.
record SurveyReport(Database database, People people) {
  private static final int SHOWN_FROM = 3;
  private static final int FORMS = 50;
  private static final double DEPARTMENTS = 0.3;
  private static final int MOST = 5;

  /// Offices judge too, but only those who care for patients make a quarter count.
  private static final Set<String> OFFICES = Set.of("admin");

  private static final String QUARTERS = "SELECT quarter FROM desk.survey ORDER BY quarter DESC";

  private static final String INVITED =
      "SELECT count(*) AS invited FROM desk.survey_invitation WHERE quarter = $1";

  private static final String FORMS_OF =
      "SELECT department, answers FROM desk.survey_form WHERE quarter = $1 AND valid";

  List<String> quarters() {
    return database.pool().query(QUARTERS).execute().await().stream()
        .map(row -> row.getString("quarter"))
        .toList();
  }

  SurveyResults of(String quarter) {
    var by = new HashMap<DepartmentId, Sum>();
    for (var row : database.pool().preparedQuery(FORMS_OF).execute(Tuple.of(quarter)).await())
      by.computeIfAbsent(new DepartmentId(row.getString("department")), _ -> new Sum()).add(row);
    var forms = by.values().stream().mapToInt(sum -> sum.forms).sum();
    return new SurveyResults(
        quarter,
        invited(quarter),
        forms,
        by.values().stream().mapToLong(sum -> sum.sum).sum(),
        by.values().stream().mapToLong(sum -> sum.full).sum(),
        forms >= FORMS && answering(by) >= DEPARTMENTS,
        rows(by));
  }

  private int invited(String quarter) {
    var rows = database.pool().preparedQuery(INVITED).execute(Tuple.of(quarter)).await();
    return rows.iterator().next().getInteger("invited");
  }

  private double answering(Map<DepartmentId, Sum> by) {
    var clinical =
        people.departments().stream()
            .filter(department -> !department.retired())
            .filter(department -> !OFFICES.contains(department.type()))
            .map(Department::id)
            .toList();
    var answered = clinical.stream().filter(by::containsKey).count();
    return clinical.isEmpty() ? 0 : (double) answered / clinical.size();
  }

  /// The least satisfied first; those too few to tell last.
  private static List<SurveyResults.Row> rows(Map<DepartmentId, Sum> by) {
    return by.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(
                (SurveyResults.Row row) -> row.percent().orElse(Double.MAX_VALUE)))
        .toList();
  }

  private static SurveyResults.Row row(DepartmentId department, Sum sum) {
    var percent =
        sum.forms < SHOWN_FROM || sum.full == 0
            ? Optional.<Double>empty()
            : Optional.of(100.0 * sum.sum / sum.full);
    return new SurveyResults.Row(department, sum.forms, percent);
  }

  private static final class Sum {
    private int forms;
    private long sum;
    private long full;

    void add(Row row) {
      forms++;
      for (var answer : row.getArrayOfShorts("answers")) {
        if (answer == 0) continue;
        sum += answer;
        full += MOST;
      }
    }
  }
}
