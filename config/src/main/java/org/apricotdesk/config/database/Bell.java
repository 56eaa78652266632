package org.apricotdesk.config.database;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes whoever waits for news in the database, on every instance, once the news is committed.
///
/// It is rung after the commit, and once for all that was committed within a moment. A `NOTIFY`
/// inside each transaction would line up all their commits, one write to the disk after the other:
/// PostgreSQL holds a lock from the notification to the end of the commit. A ring may be lost, so
/// whoever hears it also looks by itself now and then.
public final class Bell {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final String RING = "SELECT pg_notify($1, '')";

  private final Vertx vertx;
  private final Pool pool;
  private final Set<String> about = ConcurrentHashMap.newKeySet();

  Bell(Vertx vertx, Pool pool) {
    this.vertx = vertx;
    this.pool = pool;
  }

  /// Rings when this transaction has been committed, and not if it is rolled back.
  public void ringAfter(SqlConnection tx, String channel) {
    tx.transaction().completion().onSuccess(_ -> ringSoon(channel));
  }

  private void ringSoon(String channel) {
    if (about.add(channel)) vertx.setTimer(MOMENT.toMillis(), _ -> ring(channel));
  }

  private void ring(String channel) {
    about.remove(channel);
    pool.preparedQuery(RING)
        .execute(Tuple.of(channel))
        .onFailure(why -> LOG.debug("nobody was woken about {}: {}", channel, why.toString()));
  }
}
