package org.apricotdesk.bot;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What the bot has before it and what went wrong, for whoever watches it.
///
/// @param overdue how long the oldest message that may be sent by now has been waiting
/// @param unknown messages of which nobody knows whether they arrived
/// @param dead messages that cannot be sent
/// @param failed what people said and the bot could not handle yet
public record Backlog(Duration overdue, long unknown, long dead, long failed) {
  private static final String COUNT =
      """
      SELECT (SELECT min(due_at) FROM bot.delivery WHERE state = 'due') AS due,
             (SELECT count(*) FROM bot.delivery
               WHERE state IN ('unknown', 'dead') AND state = 'unknown') AS unknown,
             (SELECT count(*) FROM bot.delivery
               WHERE state IN ('unknown', 'dead') AND state = 'dead') AS dead,
             (SELECT count(*) FROM bot.inbox WHERE state = 'failed') AS failed
      """;

  static Future<Backlog> read(SqlClient sql, Instant now) {
    return sql.preparedQuery(COUNT).execute().map(rows -> backlog(rows.iterator().next(), now));
  }

  private static Backlog backlog(Row row, Instant now) {
    var due = Optional.ofNullable(row.getOffsetDateTime("due")).map(OffsetDateTime::toInstant);
    var overdue = due.filter(now::isAfter).map(at -> Duration.between(at, now));
    return new Backlog(
        overdue.orElse(Duration.ZERO),
        row.getLong("unknown"),
        row.getLong("dead"),
        row.getLong("failed"));
  }
}
