package org.apricotdesk.desk.dashboard;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.desk.indicator.Period;
import org.apricotdesk.desk.staff.Scope;

/// What is counted over the tickets a viewer answers for.
final class Counts {
  /// Nothing that ends in a period was opened longer before it.
  private static final Duration LONGEST = Duration.ofDays(120);

  private static final String HEAT =
      """
      SELECT department, extract(hour FROM created_at AT TIME ZONE $3)::int AS hour,
             count(*) AS tickets
        FROM desk.ticket
       WHERE created_at >= $1 AND created_at < $2 AND status <> 'merged'
         AND department IS NOT NULL AND :scope
       GROUP BY 1, 2
      """;
  private static final String OPENED =
      """
      SELECT to_char(created_at AT TIME ZONE $3, $4) AS day, count(*) AS tickets
        FROM desk.ticket
       WHERE created_at >= $1 AND created_at < $2 AND status <> 'merged' AND :scope
       GROUP BY 1
      """;
  private static final String SOLVED =
      """
      SELECT to_char(resolved_at AT TIME ZONE $3, $4) AS day, count(*) AS tickets
        FROM desk.ticket
       WHERE created_at >= $5 AND created_at < $2 AND status IN ('resolved', 'closed')
         AND resolved_at >= $1 AND resolved_at < $2 AND :scope
       GROUP BY 1
      """;
  private static final String WAITING =
      """
      SELECT part.key AS owner, sum(part.value::bigint) AS seconds
        FROM desk.ticket
       CROSS JOIN LATERAL jsonb_each_text(sla_snapshot->'parts') AS part
       WHERE created_at >= $3 AND created_at < $2 AND status IN ('resolved', 'closed')
         AND resolved_at >= $1 AND resolved_at < $2 AND :scope
       GROUP BY 1
      """;

  private final SqlClient sql;
  private final Scope scope;
  private final ZoneId zone;

  Counts(SqlClient sql, Scope scope, ZoneId zone) {
    this.sql = sql;
    this.scope = scope;
    this.zone = zone;
  }

  /// Tickets by department and hour of the day.
  Map<String, long[]> heat(Period period) {
    var found = new LinkedHashMap<String, long[]>();
    var values = Tuple.of(utc(period.from()), utc(period.to()), zone.getId());
    for (var row : sql.preparedQuery(scoped(HEAT, 4)).execute(with(values, 4)).await())
      found
              .computeIfAbsent(row.getString("department"), _ -> new long[24])[
              row.getInteger("hour")] =
          row.getLong("tickets");
    return found;
  }

  /// Tickets opened by day or month.
  ///
  /// @param pattern how PostgreSQL writes the step, such as `YYYY-MM-DD`
  Map<String, Long> opened(Period period, String pattern) {
    var values = Tuple.of(utc(period.from()), utc(period.to()), zone.getId(), pattern);
    return counted(scoped(OPENED, 5), with(values, 5));
  }

  Map<String, Long> solved(Period period, String pattern) {
    var values =
        Tuple.of(
            utc(period.from()),
            utc(period.to()),
            zone.getId(),
            pattern,
            utc(period.from().minus(LONGEST)));
    return counted(scoped(SOLVED, 6), with(values, 6));
  }

  private Map<String, Long> counted(String query, Tuple values) {
    var found = new LinkedHashMap<String, Long>();
    sql.preparedQuery(query).execute(values).await().stream()
        .forEach(row -> found.put(row.getString("day"), row.getLong("tickets")));
    return found;
  }

  /// On whom the tickets that were solved had waited, in seconds, by the code of the owner.
  Map<String, Long> waiting(Period period) {
    var values = Tuple.of(utc(period.from()), utc(period.to()), utc(period.from().minus(LONGEST)));
    var found = new LinkedHashMap<String, Long>();
    sql.preparedQuery(scoped(WAITING, 4)).execute(with(values, 4)).await().stream()
        .forEach(row -> found.put(row.getString("owner"), row.getNumeric("seconds").longValue()));
    return found;
  }

  private String scoped(String query, int first) {
    return query.replace(":scope", scope.where(first).sql());
  }

  private Tuple with(Tuple values, int first) {
    scope.where(first).values().forEach(values::addValue);
    return values;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static List<String> steps(Span span, java.time.LocalDate first) {
    var steps = new ArrayList<String>();
    for (var day = first; day.isBefore(span.next(first)); )
      if (span == Span.YEAR) {
        steps.add(day.toString().substring(0, 7));
        day = day.plusMonths(1);
      } else {
        steps.add(day.toString());
        day = day.plusDays(1);
      }
    return steps;
  }
}
