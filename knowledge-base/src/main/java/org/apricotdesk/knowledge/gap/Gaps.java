package org.apricotdesk.knowledge.gap;

import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.knowledge.embedding.Embedder;

/// Remembers questions without an answer, and says what they have in common.
public final class Gaps {
  private static final int MOST = 5_000;
  private static final int LONGEST = 500;
  private static final String ADD =
      "INSERT INTO knowledge.unanswered (question, at) VALUES ($1, $2)";
  private static final String SINCE =
      """
      SELECT question
        FROM knowledge.unanswered
       WHERE at >= $1
       ORDER BY at DESC
       LIMIT $2
      """;

  private final Database database;
  private final Optional<Embedder> embedder;
  private final Clock clock;

  public Gaps(Database database, Optional<Embedder> embedder, Clock clock) {
    this.database = database;
    this.embedder = embedder;
    this.clock = clock;
  }

  /// @param masked the question without patient data
  public void unanswered(String masked) {
    var text = masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST);
    var at = clock.instant().atOffset(ZoneOffset.UTC);
    database.pool().preparedQuery(ADD).execute(Tuple.of(text.replace("\0", ""), at)).await();
  }

  /// The subjects asked about since then, the most wanted first. Takes a while for many questions.
  public List<Gap> since(Instant from) {
    var values = Tuple.of(from.atOffset(ZoneOffset.UTC), MOST);
    var rows = database.pool().preparedQuery(SINCE).execute(values).await();
    var questions = rows.stream().map(row -> row.getString("question")).toList().reversed();
    if (embedder.isEmpty()) return questions.stream().map(one -> new Gap(List.of(one))).toList();
    var vectors = embedder.get().passages(questions);
    return Clusters.of(questions, vectors).stream().map(Gap::new).toList();
  }
}
