package org.apricotdesk.config.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes whoever waits for news in the database, on every instance, once the news is committed.
///
/// It is rung after the commit, and once for all that was committed within a moment. A `NOTIFY`
/// inside each transaction would line up all their commits, one write to the disk after the other:
/// PostgreSQL holds a lock from the notification to the end of the commit. A ring may be lost, so
/// whoever hears it also looks by itself now and then.
///
/// However many listen, an instance has one connection for it: PostgreSQL wakes every session that
/// listens to anything for each ring.
public final class Bell {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

  /// Nothing is lost with a ring, so it need not wait for the disk.
  private static final String RING =
      "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";

  private final Vertx vertx;
  private final Pool pool;
  private final PgSubscriber ears;
  private final Set<Ring> soon = ConcurrentHashMap.newKeySet();
  private boolean listening;

  Bell(Vertx vertx, Pool pool, PgConnectOptions where) {
    this.vertx = vertx;
    this.pool = pool;
    this.ears =
        PgSubscriber.subscriber(vertx, where).reconnectPolicy(_ -> RECONNECT_AFTER.toMillis());
  }

  private record Ring(String channel, String about) {}

  /// Ends the hearing of a channel.
  @FunctionalInterface
  public interface Hearing extends AutoCloseable {
    @Override
    void close();
  }

  /// Hears each ring from now on, on an event loop: whoever is woken does the work elsewhere.
  ///
  /// @param hears is told what the news is about
  public Hearing hear(String channel, Consumer<String> hears) {
    var ear = ears.channel(channel).handler(hears::accept);
    listen();
    return () -> ear.handler(null);
  }

  /// Comes back by itself when the connection is lost; until then nobody is woken.
  private synchronized void listen() {
    if (!listening) ears.connect();
    listening = true;
  }

  /// Rings when this transaction has been committed, and not if it is rolled back.
  ///
  /// @param about a word that tells the news of a channel apart; may be empty
  public void ringAfter(SqlConnection tx, String channel, String about) {
    var ring = new Ring(channel, about);
    tx.transaction().completion().onSuccess(_ -> ringSoon(ring));
  }

  private void ringSoon(Ring ring) {
    if (soon.add(ring)) vertx.setTimer(MOMENT.toMillis(), _ -> now(ring));
  }

  private void now(Ring ring) {
    soon.remove(ring);
    pool.preparedQuery(RING)
        .execute(Tuple.of(ring.channel(), ring.about()))
        .onFailure(why -> LOG.debug("nobody was woken about {}: {}", ring, why.toString()));
  }

  void close() {
    ears.close();
  }
}
