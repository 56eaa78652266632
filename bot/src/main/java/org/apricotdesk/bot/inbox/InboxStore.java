package org.apricotdesk.bot.inbox;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apricotdesk.bot.dialogue.Talk;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.config.database.Database;

/// The inbox in the database: one statement lets a message in, one lets it out.
final class InboxStore {
  private static final Duration REPEATING = Duration.ofMinutes(2);

  private static final String ENTER =
      """
      WITH fresh AS (
        INSERT INTO bot.inbox (id, channel, person, chat, sent_at, received_at, said, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'done')
            ON CONFLICT (id) DO NOTHING
        RETURNING id
      ), talk AS (
        INSERT INTO bot.conversation (person, talk, touched_at)
        SELECT $3, '{}', $6 FROM fresh
            ON CONFLICT (person) DO UPDATE SET touched_at = excluded.touched_at
        RETURNING talk
      )
      SELECT talk.talk, lately.messages, lately.alike
        FROM talk,
             (SELECT count(*) FILTER (WHERE received_at > $8 AND NOT said ?| '{task,enters}') AS messages,
                     count(*) FILTER (WHERE said->>'words' = $7->>'words') AS alike
                FROM bot.inbox
               WHERE person = $3 AND received_at > $9) AS lately
      """;

  private static final String LEAVE =
      """
      WITH answered AS (
        UPDATE bot.inbox SET reply = $2, said = $3, state = 'done', retry_at = NULL WHERE id = $1
      )
      UPDATE bot.conversation SET talk = $5 WHERE person = $4
      """;

  private static final String REPLY =
      """
      SELECT reply FROM bot.inbox WHERE id = $1
      """;

  private static final String FAILED =
      """
      INSERT INTO bot.inbox (id, channel, person, chat, sent_at, received_at, said, state,
                             reply, retry_at, error)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 'failed', $8, $9, $10)
          ON CONFLICT (id) DO NOTHING
      """;

  private static final String REWORD =
      """
      UPDATE bot.inbox
         SET said = jsonb_set(said, '{words}', to_jsonb($4::text))
       WHERE person = $1 AND received_at > $2 AND said->>'words' = $3
      """;

  private static final String NEXT_FAILED =
      """
      SELECT id, channel, person, chat, sent_at, said, attempts
        FROM bot.inbox
       WHERE state = 'failed' AND retry_at <= $1
       ORDER BY retry_at
       LIMIT 1
         FOR UPDATE SKIP LOCKED
      """;

  private static final String TALK =
      """
      INSERT INTO bot.conversation (person, talk, touched_at)
      VALUES ($1, '{}', $2)
          ON CONFLICT (person) DO UPDATE SET touched_at = excluded.touched_at
      RETURNING talk
      """;

  private static final String PUT_OFF =
      """
      UPDATE bot.inbox
         SET attempts = attempts + 1, retry_at = $2, error = $3,
             state = CASE WHEN attempts >= $4 THEN 'dead' ELSE 'failed' END
       WHERE id = $1
      """;

  private static final String TRIM =
      """
      DELETE FROM bot.inbox
       WHERE id IN (SELECT id FROM bot.inbox
                     WHERE state IN ('done', 'dead') AND received_at < $1
                     ORDER BY received_at
                     LIMIT $2
                       FOR UPDATE SKIP LOCKED)
      """;

  private final Clock clock;

  InboxStore(Clock clock) {
    this.clock = clock;
  }

  Entry enter(SqlClient tx, Message message) {
    var minute = utc(clock.instant().minusSeconds(60));
    var earlier = utc(clock.instant().minus(REPEATING));
    var row = row(message).addValue(minute).addValue(earlier);
    for (var found : tx.preparedQuery(ENTER).execute(row).await()) {
      return new Entry.Fresh(
          Talk.of(found.getJsonObject("talk")),
          found.getLong("messages"),
          message.words().isBlank() ? 0 : found.getLong("alike"));
    }
    return new Entry.Repeat();
  }

  void leave(SqlClient tx, Message message, JsonObject reply, Talk talk) {
    var row = Tuple.of(message.id(), reply, message.said(), message.person(), talk.json());
    Database.unawaited(tx.preparedQuery(LEAVE).execute(row));
  }

  /// The answer that was given before; empty while there is none.
  Optional<JsonObject> reply(SqlClient sql, String id) {
    for (var row : sql.preparedQuery(REPLY).execute(Tuple.of(id)).await()) {
      return Optional.ofNullable(row.getJsonObject("reply"));
    }
    return Optional.empty();
  }

  void failed(SqlClient sql, Message message, JsonObject reply, Instant retry, String error) {
    var row = row(message).addValue(reply).addValue(utc(retry)).addValue(error);
    sql.preparedQuery(FAILED).execute(row).await();
  }

  /// What was said before turns out to hold part of an identifier: keeps it in these words only.
  void reword(SqlClient tx, String person, String before, String after) {
    var since = utc(clock.instant().minus(REPEATING));
    tx.preparedQuery(REWORD).execute(Tuple.of(person, since, before, after)).await();
  }

  /// A message that failed before and is due again, locked.
  Optional<Message> nextFailed(SqlClient tx) {
    for (var row : tx.preparedQuery(NEXT_FAILED).execute(Tuple.of(now())).await()) {
      return Optional.of(message(row));
    }
    return Optional.empty();
  }

  Talk talk(SqlClient tx, Message message) {
    var whose = Tuple.of(message.person(), now());
    return Talk.of(
        tx.preparedQuery(TALK).execute(whose).await().iterator().next().getJsonObject("talk"));
  }

  void putOff(SqlClient sql, String id, Instant retry, String error, int most) {
    sql.preparedQuery(PUT_OFF).execute(Tuple.of(id, utc(retry), error, most)).await();
  }

  /// Forgets messages that came before then and need nobody's attention; says how many.
  int trim(SqlClient sql, Instant before, int most) {
    return sql.preparedQuery(TRIM).execute(Tuple.of(utc(before), most)).await().rowCount();
  }

  private Tuple row(Message message) {
    return Tuple.tuple()
        .addValue(message.id())
        .addValue(message.via().name())
        .addValue(message.person())
        .addValue(message.chat().orElse(""))
        .addValue(utc(message.sentAt()))
        .addValue(now())
        .addValue(message.said());
  }

  private static Message message(Row row) {
    return Message.of(
        row.getString("id"),
        Incoming.Via.valueOf(row.getString("channel")),
        row.getString("person"),
        row.getString("chat"),
        row.getOffsetDateTime("sent_at").toInstant(),
        row.getJsonObject("said"));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
