package org.apricotdesk.desk.indicator;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Counting.Months;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.target.Owner;

/// What happened when in a period: reports by department and hour, tickets opened and solved, and
/// on whom those solved had waited.
public final class Flow {
  private static final String MONTHLY = "YYYY-MM";
  private static final String DAILY = "YYYY-MM-DD";

  private static final String HEAT =
      """
      SELECT department, extract(hour FROM created_at AT TIME ZONE $3)::int AS hour,
             count(*) AS tickets
        FROM desk.ticket_fact
       WHERE created_at >= $1 AND created_at < $2 AND status NOT IN ('merged', 'test')
         AND department <> '' AND :scope
       GROUP BY 1, 2
      """;
  private static final String OPENED =
      """
      SELECT to_char(created_at AT TIME ZONE $3, $4) AS step, count(*) AS tickets
        FROM desk.ticket_fact
       WHERE created_at >= $1 AND created_at < $2 AND status NOT IN ('merged', 'test') AND :scope
       GROUP BY 1
      """;
  private static final String SOLVED =
      """
      SELECT to_char(repaired_at AT TIME ZONE $3, $4) AS step, count(*) AS tickets
        FROM desk.ticket_fact
       WHERE last_at >= $1 AND created_at < $2 AND repaired_at >= $1 AND repaired_at < $2
         AND status IN ('solved', 'no_reply') AND :scope
       GROUP BY 1
      """;
  private static final String WAITING =
      """
      SELECT part.key AS owner, sum(part.value::bigint)::bigint AS seconds
        FROM desk.ticket_fact
       CROSS JOIN LATERAL jsonb_each_text(waited) AS part
       WHERE last_at >= $1 AND created_at < $2 AND repaired_at >= $1 AND repaired_at < $2
         AND status IN ('solved', 'no_reply') AND :scope
       GROUP BY 1
      """;

  private final SqlClient sql;
  private final Scope scope;
  private final Period period;
  private final ZoneId zone;
  private final Optional<Months> months;

  Flow(SqlClient sql, Counting counting, Scope scope, Period period, ZoneId zone) {
    this.sql = sql;
    this.scope = scope;
    this.period = period;
    this.zone = zone;
    this.months = counting.onlyMonths(period);
  }

  /// Reports by department and hour of the day.
  public Map<String, long[]> heat() {
    if (months.isPresent())
      return new CellStore(sql).heat(months.get().first(), months.get().end());
    var found = new LinkedHashMap<String, long[]>();
    var values = Tuple.of(utc(period.from()), utc(period.to()), zone.getId());
    for (var row : sql.preparedQuery(scoped(HEAT, 4)).execute(with(values, 4)).await())
      found
              .computeIfAbsent(row.getString("department"), _ -> new long[24])[
              row.getInteger("hour")] =
          row.getLong("tickets");
    return found;
  }

  /// Tickets opened, by month as `2026-03` or by day as `2026-03-16`.
  public Map<String, Long> opened(boolean monthly) {
    return counted(Tally.OPENED, OPENED, monthly);
  }

  public Map<String, Long> solved(boolean monthly) {
    return counted(Tally.SOLVED, SOLVED, monthly);
  }

  private Map<String, Long> counted(Tally tally, String query, boolean monthly) {
    if (monthly && months.isPresent())
      return new CellStore(sql).byMonth(tally, months.get().first(), months.get().end());
    var values =
        Tuple.of(utc(period.from()), utc(period.to()), zone.getId(), monthly ? MONTHLY : DAILY);
    var found = new LinkedHashMap<String, Long>();
    sql.preparedQuery(scoped(query, 5)).execute(with(values, 5)).await().stream()
        .forEach(row -> found.put(row.getString("step"), row.getLong("tickets")));
    return found;
  }

  /// On whom the tickets that were solved had waited, in seconds, by the code of the owner.
  public Map<String, Long> waiting() {
    var found = new LinkedHashMap<String, Long>();
    if (months.isPresent()) {
      var whole =
          new CellStore(sql)
              .of(
                  Part.of(scope).orElseThrow(),
                  Optional.empty(),
                  months.get().first(),
                  months.get().end(),
                  false);
      var sums = whole.getOrDefault("", new Sums());
      for (var owner : Owner.values())
        found.put(owner.code(), sums.of(Tally.waited(owner)).seconds());
      return found;
    }
    var values = Tuple.of(utc(period.from()), utc(period.to()));
    sql.preparedQuery(scoped(WAITING, 3)).execute(with(values, 3)).await().stream()
        .forEach(row -> found.put(row.getString("owner"), row.getLong("seconds")));
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
}
