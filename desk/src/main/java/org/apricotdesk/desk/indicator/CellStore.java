package org.apricotdesk.desk.indicator;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.indicator.Cells.Cell;
import org.apricotdesk.desk.indicator.Cells.Time;
import org.apricotdesk.desk.indicator.Counting.Summed;
import org.apricotdesk.desk.indicator.Sums.Sum;
import org.apricotdesk.desk.staff.CampusId;

/// Reads the sums by month and by day.
final class CellStore {
  private static final String SUMS =
      """
      SELECT :slice AS slice, tally, sum(counted)::bigint AS counted, sum(hits)::bigint AS hits,
             sum(seconds)::bigint AS seconds
        FROM desk.figure
       WHERE dimension = ANY($1) AND first_day >= $2 AND first_day < $3 :keys
       GROUP BY 1, 2 HAVING sum(counted) <> 0
      """;
  private static final String TIMES =
      """
      SELECT :slice AS slice, tally, minute, sum(counted)::bigint AS counted
        FROM desk.figure_time
       WHERE dimension = ANY($1) AND first_day >= $2 AND first_day < $3 :keys
       GROUP BY 1, 2, 3 HAVING sum(counted) <> 0
      """;
  private static final String BY_STEP =
      """
      SELECT to_char(first_day, $5) AS step, sum(counted)::bigint AS counted
        FROM desk.figure
       WHERE dimension = ANY($1) AND first_day >= $2 AND first_day < $3 AND tally = $4 :keys
       GROUP BY 1
      """;

  /// Whatever happens to a ticket counts for something in its campus.
  private static final String OUTSIDE =
      """
      SELECT EXISTS (SELECT FROM desk.figure
                      WHERE dimension = 'campus' AND key <> ALL($1) AND counted <> 0) AS outside
      """;
  private static final String OF_MONTH =
      """
      SELECT dimension, first_day, key, tally, counted, hits, seconds
        FROM desk.figure
       WHERE first_day >= $1 AND first_day < $2
      """;
  private static final String TIMES_OF_MONTH =
      """
      SELECT dimension, first_day, key, tally, minute, counted
        FROM desk.figure_time
       WHERE first_day >= $1 AND first_day < $2
      """;

  private final SqlClient sql;

  CellStore(SqlClient sql) {
    this.sql = sql;
  }

  /// Adds them by slice.
  ///
  /// @param part of what part of the hospital
  /// @param times whether single times are wanted too; a part has them only as a whole
  void add(
      Part part, Optional<Dimension> by, Summed summed, boolean times, Map<String, Sums> found) {
    var stored = by.map(CellStore::stored);
    for (var row : rows(SUMS.replace(":slice", key(by)), part, stored, summed))
      found
          .computeIfAbsent(row.getString("slice"), _ -> new Sums())
          .add(
              Tally.of(row.getString("tally")),
              new Sum(row.getLong("counted"), row.getLong("hits"), row.getLong("seconds")));
    if (!times || summed.daily()) return;
    for (var row : rows(TIMES.replace(":slice", key(by)), part, stored, summed))
      found
          .computeIfAbsent(row.getString("slice"), _ -> new Sums())
          .addTimes(
              Tally.of(row.getString("tally")), row.getInteger("minute"), row.getLong("counted"));
  }

  /// Whether there is no ticket outside these campuses.
  boolean areAll(Set<CampusId> campuses) {
    var keys = campuses.stream().map(CampusId::value).toArray(String[]::new);
    var outside = sql.preparedQuery(OUTSIDE).execute(Tuple.of(keys)).await();
    return !outside.iterator().next().getBoolean("outside");
  }

  /// The planner knows nothing of a condition that holds for every row: there is none then.
  ///
  /// @param by what slices are called in the database; empty for none
  private Iterable<Row> rows(
      String query, Part part, Optional<String> by, Summed summed, String... more) {
    var names = names(part, by);
    if (summed.daily()) Arrays.setAll(names, i -> Cells.daily(names[i]));
    var values = Tuple.of(names, summed.first(), summed.end());
    for (var value : more) values.addValue(value);
    var sliced = !part.isWhole() && by.isEmpty();
    if (sliced) values.addValue(part.keys().toArray(String[]::new));
    var keys = sliced ? "AND key = ANY($" + values.size() + ")" : "";
    return sql.preparedQuery(query.replace(":keys", keys)).execute(values).await();
  }

  private static String[] names(Part part, Optional<String> by) {
    if (part.isWhole()) return new String[] {by.orElse(Cells.WHOLE)};
    var dimension = part.dimension().orElseThrow();
    if (by.isEmpty()) return new String[] {dimension.code()};
    return part.keys().stream()
        .map(key -> Cells.within(dimension, key, by.get()))
        .toArray(String[]::new);
  }

  /// The slice, in SQL.
  private static String key(Optional<Dimension> by) {
    if (by.isEmpty()) return "''";
    return by.get() == Dimension.SYSTEM ? "split_part(key, '.', 1)" : "key";
  }

  private static String stored(Dimension dimension) {
    return (dimension == Dimension.SYSTEM ? Dimension.CATEGORY : dimension).code();
  }

  /// Reports by department and hour of the day.
  Map<String, long[]> heat(Part part, Summed months) {
    var found = new LinkedHashMap<String, long[]>();
    var by = Optional.of(Cells.DEPARTMENT_HOUR);
    for (var row : rows(SUMS.replace(":slice", "key"), part, by, months)) {
      var key = row.getString("slice").split("\\|", 2);
      found.computeIfAbsent(key[0], _ -> new long[24])[Integer.parseInt(key[1])] =
          row.getLong("counted");
    }
    return found;
  }

  /// By step.
  ///
  /// @param step the pattern by which a step is named, such as `YYYY-MM`
  Map<String, Long> byStep(Part part, Tally tally, Summed summed, String step) {
    var found = new HashMap<String, Long>();
    for (var row : rows(BY_STEP, part, Optional.empty(), summed, tally.code(), step))
      found.put(row.getString("step"), row.getLong("counted"));
    return found;
  }

  /// Makes the sums of a month and its days what they ought to be.
  ///
  /// @return how many were not
  int correct(LocalDate month, Cells ought, ZoneId zone) {
    var change = new Cells(zone);
    var bounds = Tuple.of(month, month.plusMonths(1));
    for (var row : sql.preparedQuery(OF_MONTH).execute(bounds).await())
      change.take(
          cell(row), new Sum(row.getLong("counted"), row.getLong("hits"), row.getLong("seconds")));
    for (var row : sql.preparedQuery(TIMES_OF_MONTH).execute(bounds).await())
      change.take(new Time(cell(row), row.getInteger("minute")), row.getLong("counted"));
    change.add(month, ought);
    change.store(sql);
    return change.size();
  }

  private static Cell cell(Row row) {
    return new Cell(
        row.getString("dimension"),
        row.getLocalDate("first_day"),
        row.getString("key"),
        Tally.of(row.getString("tally")));
  }
}
