package org.apricotdesk.desk.indicator;

import static java.util.Comparator.comparing;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.apricotdesk.desk.indicator.Sums.Sum;

/// A change of the sums, by slice and month or day. Added up over all tickets it is the sums
/// themselves.
final class Cells {
  static final String WHOLE = "";

  /// What part of the hospital somebody answers for; such sums are told apart within it, too.
  static final List<Dimension> PARTS = List.of(Dimension.TEAM, Dimension.CAMPUS);

  /// Reports by department and hour of the day, for the heat map.
  static final String DEPARTMENT_HOUR = "department_hour";

  private static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.TEAM,
          Dimension.ENGINEER,
          Dimension.DEPARTMENT,
          Dimension.CAMPUS,
          Dimension.CATEGORY,
          Dimension.HOUR);

  private static final String ADD =
      """
      INSERT INTO desk.figure (dimension, first_day, key, tally, counted, hits, seconds)
      SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::text[],
                           $5::bigint[], $6::bigint[], $7::bigint[])
      ON CONFLICT (dimension, first_day, key, tally) DO UPDATE
         SET counted = figure.counted + excluded.counted,
             hits = figure.hits + excluded.hits,
             seconds = figure.seconds + excluded.seconds
      """;
  private static final String ADD_TIMES =
      """
      INSERT INTO desk.figure_time (dimension, first_day, key, tally, minute, counted)
      SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::int[], $6::bigint[])
      ON CONFLICT (dimension, first_day, key, tally, minute) DO UPDATE
         SET counted = figure_time.counted + excluded.counted
      """;

  /// As they are read: what is read together lies together.
  private static final Comparator<Cell> ORDER =
      comparing(Cell::dimension)
          .thenComparing(Cell::first)
          .thenComparing(Cell::key)
          .thenComparing(Cell::tally);

  private final ZoneId zone;
  private final Map<Cell, Sum> sums = new HashMap<>();
  private final Map<Time, Long> times = new HashMap<>();

  /// @param zone where months begin and hours are told
  Cells(ZoneId zone) {
    this.zone = zone;
  }

  /// @param first the first day of the month, or the day
  record Cell(String dimension, LocalDate first, String key, Tally tally) {}

  record Time(Cell cell, long minute) {}

  void add(Kept kept) {
    add(kept, 1);
  }

  void remove(Kept kept) {
    add(kept, -1);
  }

  private void add(Kept kept, int sign) {
    for (var mark : kept.marks()) {
      var day = LocalDate.ofInstant(mark.at(), zone);
      var month = day.withDayOfMonth(1);
      add(new Cell(WHOLE, month, "", mark.tally()), mark, sign);
      for (var by : DIMENSIONS) {
        var key = by.key(kept, zone);
        add(new Cell(by.code(), month, key, mark.tally()), mark, sign);
        for (var part : PARTS)
          addSum(within(part, kept, by.code(), month, key, mark.tally()), mark, sign);
      }
      if (mark.tally() == Tally.OPENED && !kept.place().department().isEmpty())
        addHour(kept, month, mark, sign);
      addDay(kept, day, mark, sign);
    }
  }

  /// Single times of a day are read from its tickets: here nearly each would have a row of its own.
  private void addDay(Kept kept, LocalDate day, Mark mark, int sign) {
    addSum(new Cell(daily(WHOLE), day, "", mark.tally()), mark, sign);
    for (var part : PARTS)
      addSum(new Cell(daily(part.code()), day, part.key(kept, zone), mark.tally()), mark, sign);
  }

  /// The name of the sums by day.
  static String daily(String dimension) {
    return "day/" + dimension;
  }

  private void addHour(Kept kept, LocalDate month, Mark mark, int sign) {
    var key = kept.place().department() + "|" + Dimension.HOUR.key(kept, zone);
    addSum(new Cell(DEPARTMENT_HOUR, month, key, mark.tally()), mark, sign);
    for (var part : PARTS)
      addSum(within(part, kept, DEPARTMENT_HOUR, month, key, mark.tally()), mark, sign);
  }

  private Cell within(
      Dimension part, Kept kept, String by, LocalDate month, String key, Tally tally) {
    return new Cell(within(part, part.key(kept, zone), by), month, key, tally);
  }

  /// The name of the sums by one dimension within a slice of another.
  static String within(Dimension part, String slice, String by) {
    return part.code() + "=" + slice + "/" + by;
  }

  private void addSum(Cell cell, Mark mark, int sign) {
    var sum = Sum.of(mark);
    sums.merge(cell, sign > 0 ? sum : sum.negated(), Sum::plus);
  }

  private void add(Cell cell, Mark mark, int sign) {
    addSum(cell, mark, sign);
    if (mark.tally().isOfTimes())
      times.merge(new Time(cell, mark.used().toMinutes()), (long) sign, Long::sum);
  }

  /// Takes out what the database has.
  void take(Cell cell, Sum sum) {
    sums.merge(cell, sum.negated(), Sum::plus);
  }

  void take(Time time, long count) {
    times.merge(time, -count, Long::sum);
  }

  /// Adds what others have of one month and its days.
  void add(LocalDate month, Cells others) {
    others.sums.forEach(
        (cell, sum) -> {
          if (isIn(month, cell)) sums.merge(cell, sum, Sum::plus);
        });
    others.times.forEach(
        (time, count) -> {
          if (isIn(month, time.cell())) times.merge(time, count, Long::sum);
        });
  }

  private static boolean isIn(LocalDate month, Cell cell) {
    return cell.first().withDayOfMonth(1).equals(month);
  }

  int size() {
    return sums().size() + times().size();
  }

  /// What is there, without cells in which nothing is.
  Map<Cell, Sum> sums() {
    var there = new HashMap<>(sums);
    there.values().removeIf(Sum::isNone);
    return there;
  }

  Map<Time, Long> times() {
    var there = new HashMap<>(times);
    there.values().removeIf(count -> count == 0);
    return there;
  }

  /// Adds this change to what the database has.
  void store(SqlClient sql) {
    var sorted = sums().entrySet().stream().sorted(comparing(Entry::getKey, ORDER)).toList();
    storeSums(sql, sorted);
    storeTimes(
        sql,
        times().entrySet().stream()
            .sorted(comparing(Entry::getKey, comparing(Time::cell, ORDER)))
            .toList());
  }

  private static void storeSums(SqlClient sql, List<Entry<Cell, Sum>> changed) {
    if (changed.isEmpty()) return;
    var values = columns(changed, Entry::getKey);
    values.addValue(longs(changed, e -> e.getValue().counted()));
    values.addValue(longs(changed, e -> e.getValue().hits()));
    values.addValue(longs(changed, e -> e.getValue().seconds()));
    sql.preparedQuery(ADD).execute(values).await();
  }

  private static void storeTimes(SqlClient sql, List<Entry<Time, Long>> changed) {
    if (changed.isEmpty()) return;
    var values = columns(changed, e -> e.getKey().cell());
    values.addValue(changed.stream().map(e -> (int) e.getKey().minute()).toArray(Integer[]::new));
    values.addValue(longs(changed, Entry::getValue));
    sql.preparedQuery(ADD_TIMES).execute(values).await();
  }

  private static <T> Tuple columns(List<T> rows, Function<T, Cell> cell) {
    var cells = rows.stream().map(cell).toList();
    return Tuple.of(
        cells.stream().map(Cell::dimension).toArray(String[]::new),
        cells.stream().map(Cell::first).toArray(LocalDate[]::new),
        cells.stream().map(Cell::key).toArray(String[]::new),
        cells.stream().map(c -> c.tally().code()).toArray(String[]::new));
  }

  private static <T> Long[] longs(List<T> rows, Function<T, Long> value) {
    return rows.stream().map(value).toArray(Long[]::new);
  }
}
