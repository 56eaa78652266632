package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.knowledge.search.Pieces;
import org.apricotdesk.knowledge.search.Searchable;

/// PostgreSQL alone: `ILIKE` on pieces of the question, or the likeness of trigrams, both helped by
/// a trigram index.
final class Trigrams implements Engine {
  static final String LIKE =
      """
      SELECT id
        FROM bench_article
       WHERE text ILIKE ANY ($1)
       ORDER BY (SELECT count(*) FROM unnest($1) AS piece WHERE text ILIKE piece) DESC
       LIMIT 10
      """;
  static final String ALIKE =
      """
      SELECT id
        FROM bench_article
       WHERE $1 <% text
       ORDER BY word_similarity($1, text) DESC
       LIMIT 10
      """;
  private static final int BATCH = 1_000;

  private final boolean byPieces;
  private final Database database;

  Trigrams(Vertx vertx, Database database, boolean byPieces) {
    this.database = database;
    this.byPieces = byPieces;
    for (var statement :
        List.of(
            "CREATE EXTENSION IF NOT EXISTS pg_trgm",
            "DROP TABLE IF EXISTS bench_article",
            "CREATE TABLE bench_article (id text, text text)",
            "CREATE INDEX ON bench_article USING gin (text gin_trgm_ops)")) {
      database.pool().query(statement).execute().await();
    }
  }

  static String text(Searchable one) {
    return String.join(
        "\n", one.title(), String.join(" ", one.labels()), one.symptoms(), one.body());
  }

  @Override
  public String name() {
    return byPieces ? "PostgreSQL ILIKE" : "PostgreSQL trigram";
  }

  @Override
  public void put(List<Searchable> articles) {
    var insert = "INSERT INTO bench_article (id, text) VALUES ($1, $2)";
    for (int from = 0; from < articles.size(); from += BATCH) {
      var rows = new ArrayList<Tuple>();
      for (var one : articles.subList(from, Math.min(articles.size(), from + BATCH))) {
        rows.add(Tuple.of(one.id(), text(one).replace("\0", "")));
      }
      database.pool().preparedQuery(insert).executeBatch(rows).await();
    }
    database.pool().query("ANALYZE bench_article").execute().await();
  }

  @Override
  public int ask(String question) {
    if (!byPieces) return rows(ALIKE, Tuple.of(question));
    var pieces = Pieces.of(question).stream().map(piece -> "%" + piece + "%").toList();
    return rows(LIKE, Tuple.tuple().addArrayOfString(pieces.toArray(new String[0])));
  }

  private int rows(String statement, Tuple values) {
    return database.pool().preparedQuery(statement).execute(values).await().size();
  }

  @Override
  public long bytes() {
    var size = "SELECT pg_total_relation_size('bench_article')";
    return database.pool().query(size).execute().await().iterator().next().getLong(0);
  }

  @Override
  public void close() {
    database.pool().query("DROP TABLE bench_article").execute().await();
  }
}
