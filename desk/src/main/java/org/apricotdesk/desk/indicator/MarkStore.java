package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.indicator.FactStore.utc;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apricotdesk.desk.indicator.Indicators.Behind;
import org.apricotdesk.desk.indicator.Sums.Sum;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Scope.Condition;
import org.apricotdesk.desk.target.Interruption;

/// Adds up the marks of single tickets, where no sums are kept.
final class MarkStore {
  /// The planner takes a range for few and one bound for a third of all: there are few tickets, and
  /// most of their marks lie in the period.
  private static final String SETTLED =
      """
      SELECT slice, tally, minute, count(*) AS counted, count(*) FILTER (WHERE hit) AS hits,
             sum(seconds)::bigint AS seconds
        FROM (SELECT slice, tally, hit, seconds,
                     CASE WHEN tally IN ('answer_time', 'repair_time') THEN seconds / 60 END AS minute
                FROM (SELECT :slice AS slice, unnest(tallies) AS tally, unnest(ats) AS at,
                             unnest(hits) AS hit, unnest(seconds) AS seconds
                        FROM desk.ticket_fact
                       WHERE created_at < $2 AND last_at BETWEEN $1 AND 'infinity' AND :whose) mark
               WHERE (at < $1) IS NOT TRUE AND (at < $2) IS TRUE) settled
       GROUP BY 1, 2, 3
      """;
  /// A ticket has each time once at most.
  private static final String TIMES =
      """
      SELECT :slice AS slice, tally, seconds[place] / 60 AS minute, count(*) AS counted
        FROM desk.ticket_fact
       CROSS JOIN LATERAL (VALUES ('answer_time', array_position(tallies, 'answer_time')),
                                  ('repair_time', array_position(tallies, 'repair_time'))) t (tally, place)
       WHERE created_at < $2 AND last_at BETWEEN $1 AND 'infinity' AND :whose
         AND ats[place] >= $1 AND ats[place] < $2
       GROUP BY 1, 2, 3
      """;

  /// Between which of the bounds they run out: how many of these are not after the due time.
  private static final String RUNNING =
      """
      SELECT slice, tally, width_bucket(due, $1::timestamptz[]) AS after, count(*) AS counted
        FROM (SELECT :slice AS slice, unnest(pending) AS tally, unnest(dues) AS due
                FROM desk.ticket_fact
               WHERE status = 'open' AND :whose) pending
       GROUP BY 1, 2, 3
      """;
  private static final String WAITING =
      """
      SELECT :slice AS slice, campus, waiting, created_at
        FROM desk.ticket_fact
       WHERE waiting IS NOT NULL AND created_at >= $1 AND created_at < $2 AND :whose
       ORDER BY created_at DESC
      """;
  private static final String BEHIND =
      """
      SELECT number, counted.hit
        FROM desk.ticket_fact
       CROSS JOIN LATERAL (
             SELECT bool_and(hit) AS hit
               FROM (SELECT hit
                       FROM unnest(tallies, ats, hits) AS mark (tally, at, hit)
                      WHERE tally = $5 AND at >= $1 AND at < $2
                      UNION ALL
                     SELECT false
                       FROM unnest(pending, dues) AS pending (tally, due)
                      WHERE tally = $5 AND due < $3 AND (tally = 'overdue' OR due >= $1)
                      UNION ALL
                     SELECT false
                      WHERE waiting IS NOT NULL AND $5 = 'answer_time' AND created_at >= $1) mark
             ) counted
       WHERE created_at < $2 AND (last_at >= $1 OR status = 'open') AND number < $4 AND :whose
         AND ($5 = ANY(tallies) OR $5 = ANY(pending) OR waiting IS NOT NULL)
         AND counted.hit IS NOT NULL
       ORDER BY number DESC
       LIMIT $6
      """;

  /// A late ticket whose clock ran at one of these times before it was late.
  private static final String LATE_AMID =
      """
      SELECT assignee, number, mark.tally
        FROM desk.ticket_fact
       CROSS JOIN LATERAL unnest(tallies, ats, hits) AS mark (tally, at, hit)
       WHERE created_at < $2 AND last_at BETWEEN $1 AND 'infinity' AND assignee <> ''
         AND false = ANY(hits) AND mark.tally = ANY($5) AND NOT mark.hit
         AND mark.at >= $1 AND mark.at < $2
         AND EXISTS (SELECT FROM unnest($3::timestamptz[], $4::timestamptz[]) AS gap (begins, ends)
                      WHERE created_at < gap.ends AND mark.at > gap.begins)
       ORDER BY assignee, number
      """;
  private static final String FAILURES =
      """
      SELECT number, hits[array_position(tallies, 'failure')] AS hit
        FROM desk.ticket_fact
       WHERE split_part(category, '.', 1) = ANY($3) AND 'failure' = ANY(tallies)
         AND created_at >= $1 AND created_at < $2 AND number < $4
       ORDER BY number DESC
       LIMIT $5
      """;

  private final SqlClient sql;
  private final ZoneId zone;

  /// @param zone where hours are told
  MarkStore(SqlClient sql, ZoneId zone) {
    this.sql = sql;
    this.zone = zone;
  }

  /// Adds what is certain of a period.
  void settled(
      Period period, IntFunction<Condition> whose, Optional<Dimension> by, Map<String, Sums> sums) {
    for (var row : rows(SETTLED, values(period), whose, by)) {
      var tally = Tally.of(row.getString("tally"));
      var into = sums.computeIfAbsent(row.getString("slice"), _ -> new Sums());
      var counted = row.getLong("counted");
      into.add(tally, new Sum(counted, row.getLong("hits"), row.getLong("seconds")));
      if (tally.isOfTimes()) into.addTimes(tally, row.getLong("minute"), counted);
    }
  }

  /// Adds how many took how many minutes; how long all took together is known from the sums.
  void times(
      Period period, IntFunction<Condition> whose, Optional<Dimension> by, Map<String, Sums> sums) {
    for (var row : rows(TIMES, values(period), whose, by))
      sums.computeIfAbsent(row.getString("slice"), _ -> new Sums())
          .addTimes(
              Tally.of(row.getString("tally")), row.getLong("minute"), row.getLong("counted"));
  }

  /// What runs out for open tickets between two bounds.
  ///
  /// @param from empty before the first bound
  /// @param to empty after the last one; not included
  record Running(
      String slice, Tally tally, Optional<Instant> from, Optional<Instant> to, long counted) {
    /// Whether it has run out in that time; what is overdue has run out at any time before its end.
    boolean isOf(Instant begin, Instant end) {
      return to.filter(until -> !until.isAfter(end)).isPresent()
          && (tally == Tally.OVERDUE || from.filter(since -> !since.isBefore(begin)).isPresent());
    }
  }

  /// What runs out for open tickets; they are read once, however many bounds are asked for.
  ///
  /// @param bounds in order
  List<Running> running(
      List<Instant> bounds, IntFunction<Condition> whose, Optional<Dimension> by) {
    var values = Tuple.tuple();
    values.addArrayOfOffsetDateTime(
        bounds.stream().map(FactStore::utc).toArray(OffsetDateTime[]::new));
    var found = new ArrayList<Running>();
    for (var row : rows(RUNNING, values, whose, by)) {
      int after = row.getInteger("after");
      found.add(
          new Running(
              row.getString("slice"),
              Tally.of(row.getString("tally")),
              after == 0 ? Optional.empty() : Optional.of(bounds.get(after - 1)),
              after == bounds.size() ? Optional.empty() : Optional.of(bounds.get(after)),
              row.getLong("counted")));
    }
    return found;
  }

  /// A ticket of a period that still waits for an answer.
  ///
  /// @param clock by which the time is counted
  record Waiting(String slice, String campus, String clock, Instant since) {}

  /// The latest first.
  List<Waiting> waiting(Period period, IntFunction<Condition> whose, Optional<Dimension> by) {
    var found = new ArrayList<Waiting>();
    for (var row : rows(WAITING, values(period), whose, by))
      found.add(
          new Waiting(
              row.getString("slice"),
              row.getString("campus"),
              row.getString("waiting"),
              row.getOffsetDateTime("created_at").toInstant()));
    return found;
  }

  /// The tickets that count for something, newest first.
  ///
  /// @param before goes on below that number
  List<Behind> behind(
      Tally tally,
      Period period,
      Instant asOf,
      IntFunction<Condition> whose,
      long before,
      int limit) {
    var values = values(period).addValue(utc(asOf)).addValue(before);
    values.addValue(tally.code()).addValue(limit);
    var found = new ArrayList<Behind>();
    for (var row : rows(BEHIND, values, whose, Optional.empty()))
      found.add(new Behind(row.getLong("number"), row.getBoolean("hit")));
    return found;
  }

  /// Tickets that were not kept in time and whose clock ran at one of these times, by who had them.
  List<Indicators.Late> lateAmid(
      Period period, List<Interruption> gaps, Collection<Indicator> which) {
    var tallies = which.stream().flatMap(one -> one.tally().stream()).map(Tally::code);
    var values = values(period);
    values.addArrayOfOffsetDateTime(times(gaps, Interruption::from));
    values.addArrayOfOffsetDateTime(times(gaps, Interruption::to));
    values.addArrayOfString(tallies.toArray(String[]::new));
    var found = new ArrayList<Indicators.Late>();
    for (var row : sql.preparedQuery(LATE_AMID).execute(values).await())
      found.add(
          new Indicators.Late(
              new PersonId(row.getString("assignee")),
              row.getLong("number"),
              which.stream()
                  .filter(one -> one.tally().equals(Optional.of(Tally.of(row.getString("tally")))))
                  .findFirst()
                  .orElseThrow()));
    return found;
  }

  private static OffsetDateTime[] times(
      List<Interruption> gaps, Function<Interruption, Instant> end) {
    return gaps.stream().map(end).map(FactStore::utc).toArray(OffsetDateTime[]::new);
  }

  /// The urgent faults of some systems, newest first; a hit is of P1.
  List<Behind> failures(Period period, Collection<String> systems, long before, int limit) {
    var values = values(period).addArrayOfString(systems.toArray(String[]::new));
    values.addLong(before).addInteger(limit);
    var found = new ArrayList<Behind>();
    for (var row : sql.preparedQuery(FAILURES).execute(values).await())
      found.add(new Behind(row.getLong("number"), row.getBoolean("hit")));
    return found;
  }

  private Iterable<Row> rows(
      String query, Tuple values, IntFunction<Condition> whose, Optional<Dimension> by) {
    var slice = by.map(one -> one.sql("$" + (values.size() + 1))).orElse("''");
    if (slice.contains("$")) values.addValue(zone.getId());
    var condition = whose.apply(values.size() + 1);
    condition.values().forEach(values::addValue);
    var text = query.replace(":slice", slice).replace(":whose", condition.sql());
    return sql.preparedQuery(text).execute(values).await();
  }

  private static Tuple values(Period period) {
    return Tuple.of(utc(period.from()), utc(period.to()));
  }
}
