package org.apricotdesk.desk.indicator;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apricotdesk.desk.indicator.Fact.Outcome;

/// What is kept of each ticket, as PostgreSQL has it.
final class FactStore {
  private static final String COLUMNS =
      "number, status, created_at, requester, campus, department, team, assignee, category,"
          + " tallies, ats, hits, seconds, pending, dues, waiting, last_at";
  private static final String SAVE = save();
  private static final String THESE =
      "SELECT " + COLUMNS + " FROM desk.ticket_fact WHERE number = ANY($1)";
  private static final String LIVING =
      "SELECT " + COLUMNS + " FROM desk.ticket_fact WHERE created_at < $2 AND last_at >= $1";

  private final SqlClient sql;

  FactStore(SqlClient sql) {
    this.sql = sql;
  }

  private static String save() {
    var names = Arrays.stream(COLUMNS.split(",")).map(String::strip).toList();
    var places =
        IntStream.rangeClosed(1, names.size())
            .mapToObj(i -> "$" + i)
            .collect(Collectors.joining(", "));
    var updates = names.stream().map(n -> n + " = excluded." + n).collect(Collectors.joining(", "));
    return """
        INSERT INTO desk.ticket_fact (%s) VALUES (%s) ON CONFLICT (number) DO UPDATE SET %s
        """
        .formatted(COLUMNS, places, updates);
  }

  void save(List<Kept> all) {
    if (!all.isEmpty())
      sql.preparedQuery(SAVE).executeBatch(all.stream().map(FactStore::values).toList()).await();
  }

  List<Kept> of(Collection<Long> numbers) {
    return read(THESE, Tuple.of(numbers.toArray(Long[]::new)));
  }

  /// Those with marks in the period, and some without.
  List<Kept> living(Period period) {
    return read(LIVING, Tuple.of(utc(period.from()), utc(period.to())));
  }

  private List<Kept> read(String query, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream().map(FactStore::kept).toList();
  }

  private static Tuple values(Kept kept) {
    var place = kept.place();
    var marks = kept.marks();
    var pending = kept.pending();
    return Tuple.tuple(
        Arrays.asList(
            kept.number(),
            kept.outcome().code(),
            utc(kept.created()),
            kept.requester(),
            place.campus(),
            place.department(),
            place.team(),
            place.assignee(),
            place.category(),
            texts(marks, mark -> mark.tally().code()),
            times(marks, Mark::at),
            marks.stream().map(Mark::hit).toArray(Boolean[]::new),
            marks.stream().map(mark -> mark.used().toSeconds()).toArray(Long[]::new),
            texts(pending, one -> one.tally().code()),
            times(pending, Pending::due),
            kept.waiting().orElse(null),
            utc(kept.last())));
  }

  private static <T> String[] texts(List<T> all, Function<T, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  private static <T> OffsetDateTime[] times(List<T> all, Function<T, Instant> time) {
    return all.stream().map(time).map(FactStore::utc).toArray(OffsetDateTime[]::new);
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getLong("number"),
        Outcome.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("requester"),
        new Fact.Place(
            row.getString("campus"),
            row.getString("department"),
            row.getString("team"),
            row.getString("assignee"),
            row.getString("category")),
        marks(row),
        pending(row),
        Optional.ofNullable(row.getString("waiting")));
  }

  private static List<Mark> marks(Row row) {
    var tallies = row.getArrayOfStrings("tallies");
    var ats = row.getArrayOfOffsetDateTimes("ats");
    var hits = row.getArrayOfBooleans("hits");
    var seconds = row.getArrayOfLongs("seconds");
    return IntStream.range(0, tallies.length)
        .mapToObj(
            i ->
                new Mark(
                    Tally.of(tallies[i]),
                    ats[i].toInstant(),
                    hits[i],
                    Duration.ofSeconds(seconds[i])))
        .toList();
  }

  private static List<Pending> pending(Row row) {
    var tallies = row.getArrayOfStrings("pending");
    var dues = row.getArrayOfOffsetDateTimes("dues");
    return IntStream.range(0, tallies.length)
        .mapToObj(i -> new Pending(Tally.of(tallies[i]), dues[i].toInstant()))
        .toList();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
