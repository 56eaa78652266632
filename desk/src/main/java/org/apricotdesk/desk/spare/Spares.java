package org.apricotdesk.desk.spare;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The register of spares. There are some dozens of them, of a few kinds.
public final class Spares {
  private static final String KINDS =
      """
      SELECT k.id, k.name, k.minimum,
             array_agg(s.asset ORDER BY s.asset) FILTER (WHERE s.asset IS NOT NULL) AS assets,
             array_agg(s.asset) FILTER (WHERE l.asset IS NOT NULL) AS lent
        FROM desk.spare_kind k
        LEFT JOIN desk.spare s ON s.kind = k.id
        LEFT JOIN desk.spare_loan l ON l.asset = s.asset AND l.back_at IS NULL
       GROUP BY k.id
       ORDER BY k.name
      """;

  private static final String PUT =
      """
      INSERT INTO desk.spare_kind (id, name, minimum) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, minimum = excluded.minimum
      """;

  private static final String CLEAR = "DELETE FROM desk.spare WHERE kind = $1";

  private static final String ADD =
      "INSERT INTO desk.spare (asset, kind) SELECT asset, $2 FROM unnest($1::text[]) AS _(asset)";

  private final SqlClient sql;

  public Spares(SqlClient sql) {
    this.sql = sql;
  }

  public List<SpareKind> kinds() {
    return kinds(sql);
  }

  private static List<SpareKind> kinds(SqlClient sql) {
    return sql.preparedQuery(KINDS).execute().await().stream().map(Spares::kind).toList();
  }

  /// The kind a spare is of, as it stands within that transaction.
  public Optional<SpareKind> kindOf(SqlClient tx, String asset) {
    return kinds(tx).stream().filter(kind -> kind.assets().contains(asset)).findFirst();
  }

  /// Keeps a kind with the numbers of its spares, which belong to no other.
  public void put(SqlConnection tx, String id, String name, int minimum, List<String> assets) {
    tx.preparedQuery(PUT).execute(Tuple.of(id, name, minimum)).await();
    tx.preparedQuery(CLEAR).execute(Tuple.of(id)).await();
    tx.preparedQuery(ADD).execute(Tuple.of(assets.toArray(String[]::new), id)).await();
  }

  private static SpareKind kind(Row row) {
    return new SpareKind(
        row.getString("id"),
        row.getString("name"),
        row.getInteger("minimum"),
        list(row, "assets"),
        list(row, "lent"));
  }

  private static List<String> list(Row row, String name) {
    var values = row.getArrayOfStrings(name);
    return values == null ? List.of() : Arrays.asList(values);
  }
}
