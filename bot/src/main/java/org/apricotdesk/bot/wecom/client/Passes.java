package org.apricotdesk.bot.wecom.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apricotdesk.bot.wecom.client.Outcome.Configuration;
import org.apricotdesk.config.database.Database;

/// Passes shared by all instances. Whoever finds one missing or stale fetches it while holding its
/// row; the others wait for that row, and within an instance for that one fetch.
final class Passes {
  private static final Duration STANDSTILL = Duration.ofMinutes(1);

  private static final String MAKE =
      """
      INSERT INTO bot.pass (name, expires_at)
      VALUES ($1, 'epoch')
          ON CONFLICT (name) DO NOTHING
      """;

  private static final String HOLD =
      """
      SELECT sealed, expires_at
        FROM bot.pass
       WHERE name = $1
         FOR UPDATE
      """;

  private static final String KEEP =
      """
      UPDATE bot.pass
         SET sealed = $2, expires_at = $3
       WHERE name = $1
      """;

  /// A refused secret, not tried again at once: the platform locks out who guesses.
  private record Refused(WeComException why, Instant until) {}

  private final Database database;
  private final PassSeal seal;
  private final Clock clock;
  private final Map<String, Pass> known = new ConcurrentHashMap<>();
  private final Map<String, Future<Pass>> underWay = new ConcurrentHashMap<>();
  private final Map<String, Refused> refused = new ConcurrentHashMap<>();

  Passes(Database database, PassSeal seal, Clock clock) {
    this.database = database;
    this.seal = seal;
    this.clock = clock;
  }

  String get(String name, Supplier<Pass> fetch) {
    var pass = known.get(name);
    return pass != null && pass.isFresh(clock.instant()) ? pass.value() : renew(name, "", fetch);
  }

  /// @param stale the value that did not work, so that another one already there is used
  String renew(String name, String stale, Supplier<Pass> fetch) {
    var mine = Promise.<Pass>promise();
    var others = underWay.putIfAbsent(name, mine.future());
    if (others != null) return others.await().value();
    try {
      var pass = shared(name, stale, fetch);
      known.put(name, pass);
      mine.complete(pass);
      return pass.value();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      mine.fail(failure);
      throw failure;
    } finally {
      underWay.remove(name);
    }
  }

  private Pass shared(String name, String stale, Supplier<Pass> fetch) {
    return database.inTransaction(
        tx -> {
          tx.preparedQuery(MAKE).execute(Tuple.of(name)).await();
          return held(tx, name)
              .filter(pass -> pass.isFresh(clock.instant()) && !pass.value().equals(stale))
              .orElseGet(() -> keep(tx, name, fetched(name, fetch)));
        });
  }

  private Optional<Pass> held(SqlConnection tx, String name) {
    var row = tx.preparedQuery(HOLD).execute(Tuple.of(name)).await().iterator().next();
    var until = row.getOffsetDateTime("expires_at").toInstant();
    return Optional.ofNullable(row.getBuffer("sealed"))
        .flatMap(kept -> seal.open(kept.getBytes()))
        .map(value -> new Pass(value, until));
  }

  private Pass fetched(String name, Supplier<Pass> fetch) {
    var before = refused.get(name);
    if (before != null && before.until().isAfter(clock.instant())) throw before.why();
    try {
      return fetch.get();
    } catch (WeComException failure) {
      if (failure.failure() instanceof Configuration) {
        refused.put(name, new Refused(failure, clock.instant().plus(STANDSTILL)));
      }
      throw failure;
    }
  }

  private Pass keep(SqlConnection tx, String name, Pass pass) {
    var hidden = Buffer.buffer(seal.seal(pass.value()));
    var row = Tuple.of(name, hidden, pass.until().atOffset(ZoneOffset.UTC));
    tx.preparedQuery(KEEP).execute(row).await();
    return pass;
  }
}
