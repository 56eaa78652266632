package org.apricotdesk.desk.ledger;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apricotdesk.desk.fact.Facts;

/// Keeps and finds the lines of the ledger.
public final class Ledger {
  private static final int SHOWN = 200;

  private static final String PUT =
      """
      INSERT INTO desk.ledger (kind, id, on_day, title, entry, struck)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (kind, id) DO UPDATE
         SET on_day = excluded.on_day, title = excluded.title, entry = excluded.entry,
             struck = excluded.struck
      """;
  private static final String SELECT = "SELECT id, on_day, title, entry, struck FROM desk.ledger ";
  private static final String FIND = SELECT + "WHERE kind = $1 AND id = $2";
  private static final String COUNT = "SELECT count(*) AS lines FROM desk.ledger WHERE kind = $1";
  private static final String NEWEST = SELECT + "WHERE kind = $1 ORDER BY on_day DESC, id LIMIT $2";
  private static final String PAGE =
      """
      SELECT kind, id, on_day, title, entry, struck FROM desk.ledger
       WHERE (kind, id) > ($1, $2) AND ($3 = '' OR kind = $3) AND on_day >= $4 AND on_day < $5
       ORDER BY kind, id LIMIT $6
      """;
  private static final String BETWEEN =
      """
      SELECT kind, id, on_day, title, entry, struck FROM desk.ledger
       WHERE on_day >= $1 AND on_day < $2 AND NOT struck ORDER BY on_day, id
      """;

  private final SqlClient sql;

  public Ledger(SqlClient sql) {
    this.sql = sql;
  }

  public void put(Line<?> line) {
    var values = Tuple.of(line.kind(), line.id(), line.on(), line.title(), Facts.of(line.entry()));
    sql.preparedQuery(PUT).execute(values.addValue(line.struck())).await();
  }

  /// Which lines are looked for.
  ///
  /// @param kind empty for all
  /// @param end the day after the last
  public record Wanted(String kind, LocalDate first, LocalDate end) {
    /// Before any line, and after.
    public static final Wanted ALL =
        new Wanted("", LocalDate.of(1900, 1, 1), LocalDate.of(2300, 1, 1));
  }

  /// By kind and name, those that were struck out among them.
  ///
  /// @param afterKind where the page before ended; empty at the beginning
  public List<Line<?>> page(Wanted wanted, String afterKind, String afterId, int limit) {
    var values = Tuple.of(afterKind, afterId, wanted.kind(), wanted.first(), wanted.end(), limit);
    return sql.preparedQuery(PAGE).execute(values).await().stream()
        .<Line<?>>map(Ledger::line)
        .toList();
  }

  public <E extends Entry> Optional<Line<E>> find(Class<E> kind, String id) {
    return read(FIND, kind, Tuple.of(Facts.typeOf(kind), id)).stream().findFirst();
  }

  /// How many lines of a kind there are, those that are struck out too.
  public <E extends Entry> long count(Class<E> kind) {
    var rows = sql.preparedQuery(COUNT).execute(Tuple.of(Facts.typeOf(kind))).await();
    return rows.iterator().next().getLong("lines");
  }

  /// The last lines of a kind, the newest first, those that were struck out among them.
  public <E extends Entry> List<Line<E>> newest(Class<E> kind) {
    return read(NEWEST, kind, Tuple.of(Facts.typeOf(kind), SHOWN));
  }

  /// What counts for these days, of all kinds.
  ///
  /// @param end the day after the last
  public Lines between(LocalDate first, LocalDate end) {
    var rows = sql.preparedQuery(BETWEEN).execute(Tuple.of(first, end)).await();
    return new Lines(rows.stream().collect(Collectors.groupingBy(row -> row.getString("kind"))));
  }

  /// Lines of some days.
  public static final class Lines {
    private final Map<String, List<Row>> rows;

    private Lines(Map<String, List<Row>> rows) {
      this.rows = rows;
    }

    /// Those of a kind from one day up to, not including, another.
    public <E extends Entry> List<Line<E>> of(Class<E> kind, LocalDate first, LocalDate end) {
      return rows.getOrDefault(Facts.typeOf(kind), List.of()).stream()
          .map(row -> line(row, kind))
          .filter(line -> !line.on().isBefore(first) && line.on().isBefore(end))
          .toList();
    }
  }

  private <E extends Entry> List<Line<E>> read(String query, Class<E> kind, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(row -> line(row, kind))
        .toList();
  }

  private static Line<?> line(Row row) {
    var name = row.getString("kind");
    Class<? extends Entry> kind =
        Optional.ofNullable(Entry.KINDS.get(name))
            .orElseThrow(() -> new IllegalStateException("no kind of the ledger: " + name));
    return line(row, kind);
  }

  private static <E extends Entry> Line<E> line(Row row, Class<E> kind) {
    return new Line<>(
        row.getString("id"),
        row.getLocalDate("on_day"),
        row.getString("title"),
        Facts.read(row.getJsonObject("entry"), kind),
        row.getBoolean("struck"));
  }
}
