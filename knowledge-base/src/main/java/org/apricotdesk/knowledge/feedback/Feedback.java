package org.apricotdesk.knowledge.feedback;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.knowledge.article.ArticleId;

/// Keeps what became of each article that was shown to somebody.
///
/// A question counts as solved by an article only after 有用, or when its person stayed quiet for 24
/// hours. Whoever comes back before has not been helped.
public final class Feedback {
  private static final Duration QUIET = Duration.ofHours(24);
  private static final Duration COUNTED = Duration.ofDays(180);
  private static final Duration WEEK = Duration.ofDays(7);

  private static final String SHOW =
      "INSERT INTO knowledge.showing (article, person, at) VALUES ($1, $2, $3)";
  private static final String JUDGE =
      """
      UPDATE knowledge.showing
         SET verdict = $3, judged_at = $4
       WHERE id = (SELECT id
                     FROM knowledge.showing
                    WHERE article = $1 AND person = $2 AND verdict IN ('open', 'useful', 'useless')
                    ORDER BY at DESC
                    LIMIT 1)
      """;
  private static final String OPEN =
      """
      SELECT DISTINCT article FROM knowledge.showing
       WHERE person = $1 AND verdict IN ('open', 'useful') AND at > $2
      """;
  private static final String SHOW_AND_JUDGE =
      """
      INSERT INTO knowledge.showing (article, person, at, verdict, judged_at)
      VALUES ($1, $2, $3, $4, $3)
      """;
  private static final String RETURN =
      """
      UPDATE knowledge.showing
         SET verdict = 'returned', judged_at = $2
       WHERE person = $1 AND verdict IN ('open', 'useful') AND at > $3 AND article = ANY($4)
      """;
  private static final String SETTLE =
      """
      UPDATE knowledge.showing
         SET verdict = 'quiet', judged_at = $1
       WHERE verdict = 'open' AND at <= $2
      """;
  private static final String RECORD =
      """
      SELECT article,
             count(*)::int AS shown,
             count(*) FILTER (WHERE verdict IN ('useful', 'quiet'))::int AS solved,
             count(*) FILTER (WHERE verdict = 'useful')::int AS useful,
             count(*) FILTER (WHERE verdict = 'useless')::int AS useless,
             count(*) FILTER (WHERE verdict = 'useless' AND at > $3)::int AS useless_this_week
        FROM knowledge.showing
       WHERE article = ANY($1) AND at > $2
       GROUP BY article
      """;
  private static final String HELPED =
      """
      SELECT count(*) AS shown,
             count(*) FILTER (WHERE verdict = 'useful') AS useful,
             count(*) FILTER (WHERE verdict = 'quiet') AS quiet,
             count(*) FILTER (WHERE verdict IN ('useless', 'returned')) AS in_vain
        FROM knowledge.showing
       WHERE at >= $1 AND at < $2
      """;
  private static final String BEST =
      """
      SELECT article, count(DISTINCT person) AS people
        FROM knowledge.showing
       WHERE at >= $1 AND at < $2 AND verdict IN ('useful', 'quiet')
       GROUP BY article
       ORDER BY people DESC, article
       LIMIT 20
      """;
  private static final String ACTIVE =
      "SELECT DISTINCT article FROM knowledge.showing WHERE at > $1 ORDER BY article";

  private final Database database;
  private final Clock clock;

  public Feedback(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void shown(ArticleId article, String person) {
    write(SHOW, Tuple.of(article.value(), person, now()));
  }

  /// 有用 or 没用. The last word of a person on a showing counts; words without a showing do nothing.
  public void judged(ArticleId article, String person, boolean helped) {
    write(JUDGE, Tuple.of(article.value(), person, helped ? "useful" : "useless", now()));
  }

  /// A verdict on an article that was read somewhere else.
  public void readAndJudged(SqlClient sql, ArticleId article, String person, boolean helped) {
    var values = Tuple.of(article.value(), person, now(), helped ? "useful" : "useless");
    sql.preparedQuery(SHOW_AND_JUDGE).execute(values).await();
  }

  /// The person reports again: what was shown on the same subject has not helped, even if they had
  /// said so.
  ///
  /// @param same whether an article is about the subject reported now
  public void returned(String person, Predicate<ArticleId> same) {
    var since = now().minus(QUIET);
    var rows = database.pool().preparedQuery(OPEN).execute(Tuple.of(person, since)).await();
    var articles =
        rows.stream()
            .map(row -> new ArticleId(row.getString("article")))
            .filter(same)
            .map(ArticleId::value)
            .toArray(String[]::new);
    if (articles.length > 0) write(RETURN, Tuple.of(person, now(), since, articles));
  }

  /// Counts as solved what stayed quiet long enough. Safe to run at any time and anywhere.
  public void settle() {
    write(SETTLE, Tuple.of(now(), now().minus(QUIET)));
  }

  /// How articles have fared in the last half year; those never shown are missing.
  public Map<String, Fared> of(List<String> articles) {
    var values = Tuple.of(articles.toArray(new String[0]), now().minus(COUNTED), now().minus(WEEK));
    var out = new HashMap<String, Fared>();
    for (var row : database.pool().preparedQuery(RECORD).execute(values).await()) {
      out.put(
          row.getString("article"),
          new Fared(
              row.getInteger("shown"),
              row.getInteger("solved"),
              row.getInteger("useful"),
              row.getInteger("useless"),
              row.getInteger("useless_this_week")));
    }
    return out;
  }

  /// What became of all answers of a time.
  ///
  /// @param quiet whose person neither said anything nor came back
  /// @param inVain which did not help, or not for long
  public record Helped(long shown, long useful, long quiet, long inVain) {}

  public Helped helped(Instant from, Instant to) {
    var period = Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    var row = database.pool().preparedQuery(HELPED).execute(period).await().iterator().next();
    return new Helped(
        row.getLong("shown"), row.getLong("useful"), row.getLong("quiet"), row.getLong("in_vain"));
  }

  /// An article that helped.
  ///
  /// @param people how many found it useful, or had no trouble any more
  public record Helpful(ArticleId article, long people) {}

  /// The articles that helped most people within a time, the best first.
  public List<Helpful> best(Instant from, Instant to) {
    var period = Tuple.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    return database.pool().preparedQuery(BEST).execute(period).await().stream()
        .map(row -> new Helpful(new ArticleId(row.getString("article")), row.getLong("people")))
        .toList();
  }

  /// The articles whose owners should look at them again.
  public List<ArticleId> flagged() {
    var rows =
        database.pool().preparedQuery(ACTIVE).execute(Tuple.of(now().minus(COUNTED))).await();
    var shown = rows.stream().map(row -> row.getString("article")).toList();
    var records = of(shown);
    return shown.stream()
        .filter(article -> records.getOrDefault(article, Fared.NONE).needsRewriting())
        .map(ArticleId::new)
        .toList();
  }

  private void write(String statement, Tuple values) {
    database.pool().preparedQuery(statement).execute(values).await();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
