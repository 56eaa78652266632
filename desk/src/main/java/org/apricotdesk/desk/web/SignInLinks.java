package org.apricotdesk.desk.web;

import io.vertx.core.buffer.Buffer;
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

/// Links in cards that sign the addressed person in: once, and for [#VALID] at most.
public final class SignInLinks {
  static final Duration VALID = Duration.ofHours(24);

  private static final String CREATE =
      """
      INSERT INTO desk.sign_in_link (token_hash, person, target, expires_at)
      VALUES ($1, $2, $3, $4)
      """;

  /// The condition makes one winner among any number of simultaneous uses.
  private static final String USE =
      """
      UPDATE desk.sign_in_link
         SET used_at = $2
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
      RETURNING person, target
      """;

  private static final String TARGET =
      "SELECT target FROM desk.sign_in_link WHERE token_hash = $1 AND person = $2";

  /// Used and expired ones, some at a time.
  private static final String SWEEP =
      """
      DELETE FROM desk.sign_in_link
       WHERE token_hash IN (SELECT token_hash FROM desk.sign_in_link
                             WHERE expires_at <= $1
                             LIMIT 20)
      """;

  record Use(PersonId person, String target) {}

  private final SqlClient sql;
  private final Clock clock;

  public SignInLinks(Database database, Clock clock) {
    this.sql = database.pool();
    this.clock = clock;
  }

  /// The path of a fresh link to a page of ours, such as `/tickets/1024`.
  public String create(PersonId person, String target) {
    var token = Tokens.fresh();
    var now = clock.instant();
    sql.preparedQuery(SWEEP).execute(Tuple.of(at(now.minus(VALID)))).await();
    var expires = at(now.plus(VALID));
    sql.preparedQuery(CREATE)
        .execute(Tuple.of(hash(token), person.value(), LocalTarget.of(target).path(), expires))
        .await();
    return "/enter/" + token;
  }

  Optional<Use> use(String token) {
    var rows = sql.preparedQuery(USE).execute(Tuple.of(hash(token), at(clock.instant()))).await();
    return rows.stream()
        .findFirst()
        .map(row -> new Use(new PersonId(row.getString("person")), row.getString("target")));
  }

  /// Where a link leads that was used, if it was this person's.
  Optional<String> targetFor(String token, PersonId person) {
    var row = Tuple.of(hash(token), person.value());
    return sql.preparedQuery(TARGET).execute(row).await().stream()
        .findFirst()
        .map(found -> found.getString("target"));
  }

  private static Buffer hash(String token) {
    return Buffer.buffer(Tokens.hash(token));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
