package org.apricotdesk.desk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.PersonId;

/// Sessions in the database, so that any instance knows them and a leaver's can be cut.
///
/// A session ends after [#IDLE] without a request and at the latest [#LONGEST] after sign-in.
public final class Sessions {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);

  /// How stale `last_seen_at` may get before it is written again: one write a minute, not a click.
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private static final String OPEN =
      """
      INSERT INTO desk.session (id_hash, person, csrf, created_at, last_seen_at, expires_at)
      VALUES ($1, $2, $3, $4, $4, $5)
      """;
  private static final String FIND =
      """
      SELECT person, csrf, last_seen_at
        FROM desk.session
       WHERE id_hash = $1 AND expires_at > $2 AND last_seen_at > $3
      """;
  private static final String SEEN = "UPDATE desk.session SET last_seen_at = $2 WHERE id_hash = $1";
  private static final String CLOSE = "DELETE FROM desk.session WHERE id_hash = $1";
  private static final String CLOSE_ALL = "DELETE FROM desk.session WHERE person = $1";
  private static final String SWEEP = "DELETE FROM desk.session WHERE expires_at <= $1";

  private final SqlClient sql;
  private final Clock clock;

  public Sessions(Database database, Clock clock) {
    this.sql = database.pool();
    this.clock = clock;
  }

  /// Opens a session and gives the word for the browser's cookie; the database keeps its hash.
  public String open(PersonId person) {
    var now = clock.instant();
    var id = Tokens.fresh();
    sql.preparedQuery(SWEEP).execute(Tuple.of(at(now))).await();
    sql.preparedQuery(OPEN)
        .execute(Tuple.of(hash(id), person.value(), Tokens.fresh(), at(now), at(now.plus(LONGEST))))
        .await();
    return id;
  }

  Optional<Session> find(String id) {
    var now = clock.instant();
    var rows =
        sql.preparedQuery(FIND).execute(Tuple.of(hash(id), at(now), at(now.minus(IDLE)))).await();
    var row = rows.stream().findFirst();
    row.filter(r -> seen(r).isBefore(now.minus(SEEN_EVERY))).ifPresent(_ -> touch(id, now));
    return row.map(r -> new Session(new PersonId(r.getString("person")), r.getString("csrf")));
  }

  /// Whether it is still open; asking keeps it open no longer.
  boolean lives(String id) {
    var now = clock.instant();
    var key = Tuple.of(hash(id), at(now), at(now.minus(IDLE)));
    return sql.preparedQuery(FIND).execute(key).await().size() > 0;
  }

  void close(String id) {
    sql.preparedQuery(CLOSE).execute(Tuple.of(hash(id))).await();
  }

  /// Signs the person out everywhere: on their wish, or because they left the hospital.
  public void closeAll(PersonId person) {
    sql.preparedQuery(CLOSE_ALL).execute(Tuple.of(person.value())).await();
  }

  private void touch(String id, Instant now) {
    sql.preparedQuery(SEEN).execute(Tuple.of(hash(id), at(now))).await();
  }

  private static Instant seen(Row row) {
    return row.getOffsetDateTime("last_seen_at").toInstant();
  }

  private static Buffer hash(String id) {
    return Buffer.buffer(Tokens.hash(id));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
