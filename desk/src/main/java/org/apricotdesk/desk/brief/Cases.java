package org.apricotdesk.desk.brief;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;

/// The best cases of a period: solved in time and liked, each of another department and kind.
final class Cases {
  private static final int BEST = 3;
  private static final Duration LONGEST = Duration.ofDays(60);

  private static final String LIKED =
      """
      SELECT title, department, category, priority, resolution_used_seconds,
             coalesce(rating->>'comment', '') AS comment
        FROM desk.ticket
       WHERE created_at >= $1 AND created_at < $2
         AND status IN ('resolved', 'closed') AND resolved_at >= $3 AND resolved_at < $2
         AND resolution_met AND (rating->>'score')::int = 5 AND department IS NOT NULL
       ORDER BY priority, (rating->>'comment') IN ('') NULLS LAST, resolution_used_seconds, number
       LIMIT 200
      """;

  private final SqlClient sql;
  private final People people;
  private final Discretion discretion;

  Cases(SqlClient sql, People people, Discretion discretion) {
    this.sql = sql;
    this.people = people;
    this.discretion = discretion;
  }

  /// @param used working time until it was solved
  record Case(String department, String title, Duration used, String comment) {}

  List<Case> best(Period period) {
    var values = Tuple.of(utc(period.from().minus(LONGEST)), utc(period.to()), utc(period.from()));
    var best = new ArrayList<Case>();
    var seen = new HashSet<String>();
    for (var row : sql.preparedQuery(LIKED).execute(values).await()) {
      if (best.size() == BEST) break;
      var department = row.getString("department");
      var kind = Optional.ofNullable(row.getString("category")).orElse("");
      if (seen.contains(department) || seen.contains(kind)) continue;
      seen.add(department);
      seen.add(kind);
      best.add(read(row));
    }
    return best;
  }

  private Case read(Row row) {
    return new Case(
        people
            .department(new DepartmentId(row.getString("department")))
            .map(Department::name)
            .orElse(""),
        discretion.quotable(row.getString("title")),
        Duration.ofSeconds(row.getLong("resolution_used_seconds")),
        discretion.quotable(row.getString("comment")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
