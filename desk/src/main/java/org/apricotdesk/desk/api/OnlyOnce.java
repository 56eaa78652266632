package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.desk.staff.PersonId;

/// Does a write once for each key its caller gives: a repeat gets the stored answer.
///
/// Key, effect and answer are written in one transaction, so a crash leaves all or nothing, and a
/// second request with the key waits until the first has ended.
public final class OnlyOnce {
  static final Duration KEPT = Duration.ofDays(7);

  private static final String CLAIM =
      """
      INSERT INTO desk.idempotency (caller, key, request, status, at) VALUES ($1, $2, $3, 0, $4)
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND =
      "SELECT request, status, body FROM desk.idempotency WHERE caller = $1 AND key = $2";

  private static final String KEEP =
      "UPDATE desk.idempotency SET status = $3, body = $4 WHERE caller = $1 AND key = $2";

  private static final String FORGET = "DELETE FROM desk.idempotency WHERE at < $1";

  private final Clock clock;

  public OnlyOnce(Clock clock) {
    this.clock = clock;
  }

  Answer answer(
      SqlConnection tx,
      PersonId caller,
      Optional<String> key,
      String request,
      Supplier<Answer> work) {
    return key.map(given -> once(tx, caller, given, hash(request), work)).orElseGet(work);
  }

  private Answer once(
      SqlConnection tx, PersonId caller, String key, String request, Supplier<Answer> work) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var claim = Tuple.of(caller.value(), key, request, now);
    if (tx.preparedQuery(CLAIM).execute(claim).await().rowCount() == 0)
      return earlier(tx, caller, key, request);
    var answer = work.get();
    var outcome = Tuple.of(caller.value(), key, answer.status(), answer.body());
    tx.preparedQuery(KEEP).execute(outcome).await();
    return answer;
  }

  private static Answer earlier(SqlConnection tx, PersonId caller, String key, String request) {
    var rows = tx.preparedQuery(FIND).execute(Tuple.of(caller.value(), key)).await();
    var row = rows.iterator().next();
    if (!row.getString("request").equals(request))
      return Answer.problem(
          422, "idempotency-key-reused", "This Idempotency-Key was used for another request.");
    return new Answer(row.getInteger("status"), row.get(JsonObject.class, "body"));
  }

  /// Forgets answers nobody will ask for again.
  ///
  /// @return how many
  public int forget(SqlClient sql) {
    var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    return sql.preparedQuery(FORGET).execute(Tuple.of(before)).await().rowCount();
  }

  private static String hash(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
