package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.indicator.FactStore.utc;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apricotdesk.desk.indicator.Counting.Leftover;
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
       WHERE created_at >= $1 AND created_at < $2 AND status IN ('open', 'solved', 'no_reply')
         AND department <> '' AND :whose
       GROUP BY 1, 2
      """;
  private static final String OPENED =
      """
      SELECT to_char(day, $4) AS step, sum(tickets)::bigint AS tickets
        FROM (SELECT date_trunc('day', created_at AT TIME ZONE $3) AS day, count(*) AS tickets
                FROM desk.ticket_fact
               WHERE created_at >= $1 AND created_at < $2 AND status IN ('open', 'solved', 'no_reply')
                 AND :whose
               GROUP BY 1) daily
       GROUP BY 1
      """;

  /// A ticket is solved once at most. Without an end the planner would expect a third of all.
  private static final String SOLVED =
      """
      SELECT to_char(day, $4) AS step, sum(tickets)::bigint AS tickets
        FROM (SELECT date_trunc('day', at AT TIME ZONE $3) AS day, count(*) AS tickets
                FROM (SELECT ats[array_position(tallies, 'solved')] AS at
                        FROM desk.ticket_fact
                       WHERE last_at BETWEEN $1 AND 'infinity' AND created_at < $2
                         AND status IN ('solved', 'no_reply') AND :whose) solved
               WHERE at >= $1 AND at < $2
               GROUP BY 1) daily
       GROUP BY 1
      """;

  private final SqlClient sql;
  private final Counting counting;
  private final Period period;
  private final ZoneId zone;

  Flow(SqlClient sql, Counting counting, Period period, ZoneId zone) {
    this.sql = sql;
    this.counting = counting;
    this.period = period;
    this.zone = zone;
  }

  /// Reports by department and hour of the day.
  public Map<String, long[]> heat() {
    var found = new TreeMap<String, long[]>();
    var months = counting.months(period).stream().toList();
    for (var whole : months) found.putAll(new CellStore(sql).heat(counting.part(), whole));
    for (var left : counting.leftovers(period, months))
      for (var row : rows(HEAT, left, zone.getId()))
        found
                .computeIfAbsent(row.getString("department"), _ -> new long[24])[
                row.getInteger("hour")] +=
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
    var step = monthly ? MONTHLY : DAILY;
    var all = monthly ? counting.monthsAndDays(period) : counting.days(period).stream().toList();
    var found = new HashMap<String, Long>();
    for (var summed : all)
      new CellStore(sql)
          .byStep(counting.part(), tally, summed, step)
          .forEach((name, tickets) -> found.merge(name, tickets, Long::sum));
    for (var left : counting.leftovers(period, all))
      for (var row : rows(query, left, zone.getId(), step))
        found.merge(row.getString("step"), row.getLong("tickets"), Long::sum);
    return found;
  }

  private Iterable<Row> rows(String query, Leftover left, String... more) {
    var values = Tuple.of(utc(left.period().from()), utc(left.period().to()));
    for (var value : more) values.addValue(value);
    var condition = left.whose().apply(values.size() + 1);
    condition.values().forEach(values::addValue);
    return sql.preparedQuery(query.replace(":whose", condition.sql())).execute(values).await();
  }

  /// On whom the tickets that were solved had waited, in seconds, by the code of the owner.
  public Map<String, Long> waiting() {
    var sums = counting.whole(period);
    var found = new LinkedHashMap<String, Long>();
    for (var owner : Owner.values())
      found.put(owner.code(), sums.of(Tally.waited(owner)).seconds());
    return found;
  }
}
