package org.apricotdesk.knowledge.gap;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
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
       WHERE at >= $1 AND at < $2
       ORDER BY at DESC, id DESC
       LIMIT $3
      """;

  private static final String CLAIM =
      "INSERT INTO knowledge.gap_week (week, at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
  private static final String KEEP =
      "INSERT INTO knowledge.gap (week, place, questions) VALUES ($1, $2, $3)";
  private static final String LATEST =
      """
      SELECT questions
        FROM knowledge.gap
       WHERE week = (SELECT max(week) FROM knowledge.gap_week)
       ORDER BY place
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

  /// Puts the questions of the week that ended last together, once however often it is called.
  ///
  /// @return whether this call did it
  public boolean clusterLastWeek(ZoneId zone) {
    var thisWeek =
        LocalDate.ofInstant(clock.instant(), zone)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var week = thisWeek.minusWeeks(1);
    var at = clock.instant().atOffset(ZoneOffset.UTC);
    return database.inTransaction(
        tx -> {
          var claimed = tx.preparedQuery(CLAIM).execute(Tuple.of(week, at)).await();
          if (claimed.rowCount() == 0) return false;
          keep(tx, week, between(tx, start(week, zone), start(thisWeek, zone)));
          return true;
        });
  }

  private static OffsetDateTime start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }

  private static void keep(SqlClient sql, LocalDate week, List<Gap> gaps) {
    for (int i = 0; i < gaps.size(); i++) {
      var questions = gaps.get(i).questions().toArray(new String[0]);
      sql.preparedQuery(KEEP).execute(Tuple.of(week, i, questions)).await();
    }
  }

  /// The gaps of the week that was put together last, the most wanted first.
  public List<Gap> latest() {
    return database.pool().preparedQuery(LATEST).execute().await().stream()
        .map(row -> new Gap(List.of(row.getArrayOfStrings("questions"))))
        .toList();
  }

  /// The subjects asked about since then, the most wanted first. Takes a while for many questions.
  public List<Gap> since(Instant from) {
    var now = clock.instant().plusMillis(1).atOffset(ZoneOffset.UTC);
    return between(database.pool(), from.atOffset(ZoneOffset.UTC), now);
  }

  private List<Gap> between(SqlClient sql, OffsetDateTime from, OffsetDateTime to) {
    var rows = sql.preparedQuery(SINCE).execute(Tuple.of(from, to, MOST)).await();
    var questions = rows.stream().map(row -> row.getString("question")).toList().reversed();
    if (embedder.isEmpty()) return questions.stream().map(one -> new Gap(List.of(one))).toList();
    var vectors = embedder.get().passages(questions);
    return Clusters.of(questions, vectors).stream().map(Gap::new).toList();
  }
}
