package org.apricotdesk.config.event;

import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A listener at work: reads the log from its place on, a batch in each transaction.
///
/// A notification only wakes it; it also looks by itself every second, so a lost one costs a
// second.
public final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final int BATCH = 100;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Database database;
  private final String name;
  private final Listener listener;
  private final SubscriptionStatements sql;
  private final PgSubscriber notifications;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  private Subscription(
      Vertx vertx, Database database, String schema, String name, Listener listener) {
    this.database = database;
    this.name = name;
    this.listener = listener;
    this.sql = new SubscriptionStatements(schema);
    this.notifications = database.subscriber(vertx);
    notifications.channel(schema + "_event").handler(_ -> wake.release());
    this.thread = Thread.ofVirtual().name("listener-" + name).unstarted(this::run);
  }

  static Subscription start(
      Vertx vertx, Database database, String schema, String name, Listener listener) {
    var subscription = new Subscription(vertx, database, schema, name, listener);
    var pool = database.pool();
    pool.preparedQuery(subscription.sql.introduce()).execute(Tuple.of(name)).await();
    subscription.notifications.connect(); // reconnects by itself; until then the slow look serves
    subscription.thread.start();
    return subscription;
  }

  private void run() {
    var batch = BATCH;
    var pause = LOOK_EVERY;
    while (open) {
      try {
        var size = batch;
        var served = database.inTransaction(tx -> serve(tx, size));
        batch = BATCH;
        pause = LOOK_EVERY;
        if (served == 0) sleep(LOOK_EVERY);
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (!open) return;
        LOG.error("listener {} failed; trying again in {}", name, pause, failure);
        batch = 1; // so that the events before the one that fails get through
        sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private int serve(SqlConnection tx, int size) {
    var place = place(tx);
    if (place.isEmpty()) {
      return 0; // another instance is at it
    }
    var rows = next(tx, place.get(), size);
    rows.forEach(row -> listener.on(tx, EventLog.event(row)));
    if (!rows.isEmpty()) {
      moveTo(tx, rows.getLast());
    }
    return rows.size();
  }

  private Optional<Row> place(SqlConnection tx) {
    return tx.preparedQuery(sql.place()).execute(Tuple.of(name)).await().stream().findFirst();
  }

  private List<Row> next(SqlConnection tx, Row place, int size) {
    var from = Tuple.of(place.getString("tx"), place.getLong("position"), size);
    return tx.preparedQuery(sql.next()).execute(from).await().stream().toList();
  }

  private void moveTo(SqlConnection tx, Row last) {
    var to = Tuple.of(name, last.getString("tx"), last.getLong("position"));
    tx.preparedQuery(sql.move()).execute(to).await();
  }

  private void sleep(Duration atMost) {
    try {
      if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops after the batch in hand.
  @Override
  public void close() {
    open = false;
    wake.release();
    notifications.close();
    try {
      thread.join(LONGEST_PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
