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
  private static final String NEWEST = SELECT + "WHERE kind = $1 ORDER BY on_day DESC, id LIMIT $2";
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
    var kind = Facts.typeOf(line.entry().getClass());
    var values = Tuple.of(kind, line.id(), line.on(), line.title(), Facts.of(line.entry()));
    sql.preparedQuery(PUT).execute(values.addValue(line.struck())).await();
  }

  public <E extends Entry> Optional<Line<E>> find(Class<E> kind, String id) {
    return read(FIND, kind, Tuple.of(Facts.typeOf(kind), id)).stream().findFirst();
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
    public <E extends Entry> List<E> of(Class<E> kind, LocalDate first, LocalDate end) {
      return rows.getOrDefault(Facts.typeOf(kind), List.of()).stream()
          .map(row -> line(row, kind))
          .filter(line -> !line.on().isBefore(first) && line.on().isBefore(end))
          .map(Line::entry)
          .toList();
    }
  }

  private <E extends Entry> List<Line<E>> read(String query, Class<E> kind, Tuple values) {
    return sql.preparedQuery(query).execute(values).await().stream()
        .map(row -> line(row, kind))
        .toList();
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
