package org.apricotdesk.knowledge.article;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Articles as PostgreSQL keeps them: one row each, and one for every revision.
final class ArticleStore {
  private static final String FIND =
      """
      SELECT id, state, revision, content, changed_at
        FROM knowledge.article
       WHERE id = $1
      """;
  private static final String FIND_ALL =
      """
      SELECT id, state, revision, content, changed_at
        FROM knowledge.article
       WHERE id = ANY($1)
      """;
  private static final String TITLED =
      """
      SELECT id, state, revision, content, changed_at
        FROM knowledge.article
       WHERE id > $1
         AND ($2::text IS NULL OR state = $2)
         AND strpos(lower(id || ' ' || title), $3) > 0
       ORDER BY id
       LIMIT $4
      """;
  private static final String COUNT_TITLED =
      """
      SELECT count(*)
        FROM knowledge.article
       WHERE ($1::text IS NULL OR state = $1)
         AND strpos(lower(id || ' ' || title), $2) > 0
      """;
  private static final String CATEGORIES =
      "SELECT id, category FROM knowledge.article WHERE state = 'published' AND category <> ''";
  private static final String TO_REVIEW =
      """
      SELECT id, state, revision, content, changed_at
        FROM knowledge.article
       WHERE state = 'published' AND review_on <= $1
       ORDER BY review_on
       LIMIT $2
      """;
  private static final String HOLDING =
      """
      SELECT id, state, revision, content, changed_at
        FROM (SELECT *, (SELECT count(*)
                           FROM unnest($1::text[]) AS piece
                          WHERE strpos(lower(title || ' ' || (content ->> 'symptoms')), piece) > 0)
                        AS matched
                FROM knowledge.article
               WHERE state = 'published') AS candidate
       WHERE matched > 0
       ORDER BY matched DESC, id
       LIMIT $2
      """;
  private static final String SAVE =
      """
      INSERT INTO knowledge.article
             (id, title, category, state, revision, content, owner, review_on, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (id) DO UPDATE
         SET title = EXCLUDED.title, category = EXCLUDED.category, state = EXCLUDED.state,
             revision = EXCLUDED.revision, content = EXCLUDED.content, owner = EXCLUDED.owner,
             review_on = EXCLUDED.review_on, changed_at = EXCLUDED.changed_at,
             changed = pg_current_xact_id()
      """;
  private static final String RECORD =
      """
      INSERT INTO knowledge.revision (article, revision, at, actor, content)
      VALUES ($1, $2, $3, $4, $5)
      """;
  private static final String REVISIONS =
      """
      SELECT revision, at, actor, content
        FROM knowledge.revision
       WHERE article = $1
       ORDER BY revision DESC
       LIMIT $2
      """;

  private final SqlClient sql;

  ArticleStore(SqlClient sql) {
    this.sql = sql;
  }

  Optional<Article> find(ArticleId id) {
    return read(FIND, Tuple.of(id.value())).stream().findFirst();
  }

  List<Article> find(List<ArticleId> ids) {
    var wanted = ids.stream().map(ArticleId::value).toArray(String[]::new);
    return read(FIND_ALL, Tuple.tuple().addArrayOfString(wanted));
  }

  Map<String, String> categories() {
    return sql.query(CATEGORIES).execute().await().stream()
        .collect(toUnmodifiableMap(row -> row.getString("id"), row -> row.getString("category")));
  }

  /// The article, held until the transaction ends.
  Optional<Article> lock(ArticleId id) {
    return read(FIND + " FOR UPDATE", Tuple.of(id.value())).stream().findFirst();
  }

  List<Article> titled(String words, Optional<ArticleState> state, String after, int limit) {
    var wanted = state.map(ArticleState::code).orElse(null);
    return read(TITLED, Tuple.of(after, wanted, words.toLowerCase(Locale.ROOT), limit));
  }

  int countTitled(String words, Optional<ArticleState> state) {
    var wanted = state.map(ArticleState::code).orElse(null);
    var tuple = Tuple.of(wanted, words.toLowerCase(Locale.ROOT));
    return sql.preparedQuery(COUNT_TITLED).execute(tuple).await().iterator().next().getInteger(0);
  }

  List<Article> holding(List<String> pieces, int limit) {
    var wanted = pieces.toArray(new String[0]);
    return read(HOLDING, Tuple.tuple().addArrayOfString(wanted).addInteger(limit));
  }

  List<Article> toReview(LocalDate until, int limit) {
    return read(TO_REVIEW, Tuple.of(until, limit));
  }

  ArticleId next() {
    var rows = sql.query("SELECT nextval('knowledge.article_number')").execute().await();
    return new ArticleId("KB-" + rows.iterator().next().getLong(0));
  }

  void save(Article article) {
    var content = article.content();
    var at = article.changedAt().atOffset(ZoneOffset.UTC);
    sql.preparedQuery(SAVE)
        .execute(
            Tuple.of(article.id().value(), content.title(), content.category())
                .addValue(article.state().code())
                .addValue(article.revision())
                .addValue(content.toJson())
                .addValue(content.owner())
                .addValue(content.reviewOn().orElse(null))
                .addValue(at))
        .await();
    sql.query("SELECT pg_notify('knowledge_change', '')").execute().await();
  }

  void record(Article article, String actor) {
    var at = article.changedAt().atOffset(ZoneOffset.UTC);
    var row = Tuple.of(article.id().value(), article.revision(), at, actor);
    sql.preparedQuery(RECORD).execute(row.addValue(article.content().toJson())).await();
  }

  List<Revision> revisions(ArticleId id, int limit) {
    var rows = sql.preparedQuery(REVISIONS).execute(Tuple.of(id.value(), limit)).await();
    return rows.stream().map(ArticleStore::revision).toList();
  }

  private List<Article> read(String statement, Tuple values) {
    return sql.preparedQuery(statement).execute(values).await().stream()
        .map(ArticleStore::article)
        .toList();
  }

  static Article article(Row row) {
    return new Article(
        new ArticleId(row.getString("id")),
        Content.of((JsonObject) row.getValue("content")),
        ArticleState.of(row.getString("state")),
        row.getInteger("revision"),
        instant(row, "changed_at"));
  }

  private static Revision revision(Row row) {
    var content = Content.of((JsonObject) row.getValue("content"));
    return new Revision(
        row.getInteger("revision"), instant(row, "at"), row.getString("actor"), content);
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
