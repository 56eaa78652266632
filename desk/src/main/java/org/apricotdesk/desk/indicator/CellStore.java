package org.apricotdesk.desk.indicator;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Cells.Cell;
import org.apricotdesk.desk.indicator.Cells.Time;
import org.apricotdesk.desk.indicator.Sums.Sum;

/// Reads the monthly sums.
final class CellStore {
  private static final String SUMS =
      """
      SELECT :key AS slice, tally, sum(counted)::bigint AS counted, sum(hits)::bigint AS hits,
             sum(seconds)::bigint AS seconds
        FROM desk.figure
       WHERE dimension = $1 AND month >= $2 AND month < $3
       GROUP BY 1, 2 HAVING sum(counted) <> 0
      """;
  private static final String WITHIN =
      """
      SELECT :key AS slice, tally, sum(counted)::bigint AS counted, sum(hits)::bigint AS hits,
             sum(seconds)::bigint AS seconds
        FROM desk.figure
       WHERE dimension = $1 AND month >= $2 AND month < $3 AND split_part(key, '|', 1) = ANY($4)
       GROUP BY 1, 2 HAVING sum(counted) <> 0
      """;
  private static final String TIMES =
      """
      SELECT :key AS slice, tally, minute, sum(counted)::bigint AS counted
        FROM desk.figure_time
       WHERE dimension = $1 AND month >= $2 AND month < $3 AND ($4::text[] IS NULL OR key = ANY($4))
       GROUP BY 1, 2, 3 HAVING sum(counted) <> 0
      """;
  private static final String OF_MONTH =
      "SELECT dimension, key, tally, counted, hits, seconds FROM desk.figure WHERE month = $1";
  private static final String TIMES_OF_MONTH =
      "SELECT dimension, key, tally, minute, counted FROM desk.figure_time WHERE month = $1";
  private static final String BY_MONTH =
      """
      SELECT to_char(month, 'YYYY-MM') AS month, counted
        FROM desk.figure
       WHERE dimension = '' AND tally = $1 AND month >= $2 AND month < $3
      """;

  private final SqlClient sql;

  CellStore(SqlClient sql) {
    this.sql = sql;
  }

  /// From one month up to, not including, another, by slice.
  ///
  /// @param part of what part of the hospital
  /// @param times whether single times are wanted too; a part has them only as a whole
  Map<String, Sums> of(
      Part part, Optional<Dimension> by, LocalDate first, LocalDate end, boolean times) {
    var found = new HashMap<String, Sums>();
    var key = key(part, by);
    var values = Tuple.of(dimension(part, by), first, end);
    var query = part.isWhole() ? SUMS : WITHIN;
    if (!part.isWhole()) values.addValue(part.keys().toArray(String[]::new));
    for (var row : sql.preparedQuery(query.replace(":key", key)).execute(values).await())
      found
          .computeIfAbsent(row.getString("slice"), _ -> new Sums())
          .add(
              Tally.of(row.getString("tally")),
              new Sum(row.getLong("counted"), row.getLong("hits"), row.getLong("seconds")));
    if (times) times(part, by, first, end, key, found);
    return found;
  }

  private void times(
      Part part,
      Optional<Dimension> by,
      LocalDate first,
      LocalDate end,
      String key,
      Map<String, Sums> found) {
    var values = Tuple.of(dimension(part, by), first, end);
    values.addValue(part.isWhole() ? null : part.keys().toArray(String[]::new));
    for (var row : sql.preparedQuery(TIMES.replace(":key", key)).execute(values).await())
      found
          .computeIfAbsent(row.getString("slice"), _ -> new Sums())
          .addTimes(
              Tally.of(row.getString("tally")), row.getInteger("minute"), row.getLong("counted"));
  }

  private static String dimension(Part part, Optional<Dimension> by) {
    var told = by.map(CellStore::stored);
    if (part.isWhole()) return told.map(Dimension::code).orElse(Cells.WHOLE);
    var dimension = part.dimension().orElseThrow();
    return told.map(one -> Cells.within(dimension, one)).orElse(dimension.code());
  }

  /// The slice, in SQL.
  private static String key(Part part, Optional<Dimension> by) {
    if (by.isEmpty()) return "''";
    var key = part.isWhole() ? "key" : "split_part(key, '|', 2)";
    return by.get() == Dimension.SYSTEM ? "split_part(" + key + ", '.', 1)" : key;
  }

  private static Dimension stored(Dimension dimension) {
    return dimension == Dimension.SYSTEM ? Dimension.CATEGORY : dimension;
  }

  /// Reports by department and hour of the day.
  Map<String, long[]> heat(LocalDate first, LocalDate end) {
    var found = new LinkedHashMap<String, long[]>();
    var values = Tuple.of(Cells.DEPARTMENT_HOUR, first, end);
    for (var row : sql.preparedQuery(SUMS.replace(":key", "key")).execute(values).await()) {
      var key = row.getString("slice").split("\\|", 2);
      found.computeIfAbsent(key[0], _ -> new long[24])[Integer.parseInt(key[1])] =
          row.getLong("counted");
    }
    return found;
  }

  Map<String, Long> byMonth(Tally tally, LocalDate first, LocalDate end) {
    var found = new HashMap<String, Long>();
    var values = Tuple.of(tally.code(), first, end);
    for (var row : sql.preparedQuery(BY_MONTH).execute(values).await())
      found.put(row.getString("month"), row.getLong("counted"));
    return found;
  }

  /// Makes the sums of a month what they ought to be.
  ///
  /// @return how many were not
  int correct(LocalDate month, Cells ought, ZoneId zone) {
    var change = new Cells(zone);
    for (var row : sql.preparedQuery(OF_MONTH).execute(Tuple.of(month)).await())
      change.take(
          cell(row, month),
          new Sum(row.getLong("counted"), row.getLong("hits"), row.getLong("seconds")));
    for (var row : sql.preparedQuery(TIMES_OF_MONTH).execute(Tuple.of(month)).await())
      change.take(new Time(cell(row, month), row.getInteger("minute")), row.getLong("counted"));
    change.add(month, ought);
    change.store(sql);
    return change.size();
  }

  private static Cell cell(Row row, LocalDate month) {
    return new Cell(
        row.getString("dimension"), month, row.getString("key"), Tally.of(row.getString("tally")));
  }
}
