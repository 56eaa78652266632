package org.apricotdesk.desk.dashboard;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apricotdesk.desk.dashboard.DashboardPage.Step;
import org.apricotdesk.desk.staff.PersonId;

/// How much one engineer took on and solved, week by week.
final class Workload {
  private static final int WEEKS = 12;

  /// Numbers grow with time, so the first of the time looked at keeps the index short.
  private static final String TAKEN =
      """
      SELECT to_char(date_trunc('week', created_at AT TIME ZONE $3), 'YYYY-MM-DD') AS week,
             count(*) AS tickets
        FROM desk.ticket
       WHERE assignee = $1 AND created_at >= $2 AND status <> 'merged'
         AND number >= (SELECT number FROM desk.ticket
                         WHERE created_at >= $2 ORDER BY created_at LIMIT 1)
       GROUP BY 1
      """;

  private static final String SOLVED =
      """
      SELECT to_char(date_trunc('week', resolved_at AT TIME ZONE $3), 'YYYY-MM-DD') AS week,
             count(*) AS tickets
        FROM desk.ticket
       WHERE assignee = $1 AND resolved_at >= $2 AND status IN ('resolved', 'closed')
       GROUP BY 1
      """;

  private final SqlClient sql;
  private final ZoneId zone;

  Workload(SqlClient sql, ZoneId zone) {
    this.sql = sql;
    this.zone = zone;
  }

  /// @param today a day of the last week
  List<Step> of(PersonId engineer, LocalDate today) {
    var first = Span.WEEK.first(today).minusWeeks(WEEKS - 1);
    var taken = counted(TAKEN, engineer, first);
    var solved = counted(SOLVED, engineer, first);
    return IntStream.range(0, WEEKS)
        .mapToObj(week -> first.plusWeeks(week).toString())
        .map(w -> new Step(w, taken.getOrDefault(w, 0L), solved.getOrDefault(w, 0L)))
        .toList();
  }

  private Map<String, Long> counted(String query, PersonId engineer, LocalDate first) {
    var from = first.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    var values = Tuple.of(engineer.value(), from, zone.getId());
    var found = new HashMap<String, Long>();
    for (var row : sql.preparedQuery(query).execute(values).await())
      found.put(row.getString("week"), row.getLong("tickets"));
    return found;
  }
}
