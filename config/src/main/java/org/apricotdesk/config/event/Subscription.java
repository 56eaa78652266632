package org.apricotdesk.config.event;

import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A listener at work: reads the log from its place on, a batch in each transaction.
///
/// A notification only wakes it; it also looks by itself every second, so a lost one costs a
/// second. An event on which the listener fails again and again is put aside.
public final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final int BATCH = 100;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Database database;
  private final String name;
  private final Listener listener;
  private final SubscriptionStatements sql;
  private final SecondHearing again;
  private final PgSubscriber notifications;
  private final Patience patience;
  private final Stumble stumble = new Stumble();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  private Subscription(
      Vertx vertx,
      Database database,
      String schema,
      String name,
      Listener listener,
      Patience patience) {
    this.database = database;
    this.name = name;
    this.listener = listener;
    this.patience = patience;
    this.sql = new SubscriptionStatements(schema);
    this.again = new SecondHearing(sql, name, listener);
    this.notifications = database.subscriber(vertx);
    notifications.channel(schema + "_event").handler(_ -> wake.release());
    this.thread = Thread.ofVirtual().name("listener-" + name).unstarted(this::run);
  }

  static Subscription start(
      Vertx vertx,
      Database database,
      String schema,
      String name,
      Listener listener,
      Patience patience) {
    var subscription = new Subscription(vertx, database, schema, name, listener, patience);
    var pool = database.pool();
    pool.preparedQuery(subscription.sql.introduce()).execute(Tuple.of(name)).await();
    subscription.notifications.connect(); // reconnects by itself; until then the slow look serves
    subscription.thread.start();
    return subscription;
  }

  private void run() {
    var pause = patience.first();
    while (open) {
      try {
        var served = database.inTransaction(this::serve);
        pause = patience.first();
        if (served == 0) sleep(LOOK_EVERY);
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (!open) return;
        LOG.error("listener {} failed; trying again in {}", name, pause, failure);
        rest(pause);
        pause = patience.after(pause);
      }
    }
  }

  private int serve(SqlConnection tx) {
    var place = place(tx);
    if (place.isEmpty()) {
      return 0; // another instance is at it
    }
    if (place.get().getBoolean("asked")) again.hear(tx);
    var rows = next(tx, place.get(), stumble.batch(BATCH));
    if (rows.isEmpty()) return 0;
    var first = EventLog.event(rows.getFirst());
    if (stumble.isHopeless(first, patience)) return park(tx, first, rows.getFirst());
    for (var i = 0; i < rows.size(); i++) tell(tx, EventLog.event(rows.get(i)), i);
    moveTo(tx, rows.getLast());
    stumble.passed(rows.getLast().getLong("position"));
    return rows.size();
  }

  private void tell(SqlConnection tx, Event event, int before) {
    try {
      listener.on(tx, event);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      stumble.at(event, before, failure);
      throw failure;
    }
  }

  /// Puts one event aside, so that those after it are heard.
  private int park(SqlConnection tx, Event event, Row row) {
    var what = Tuple.of(name, event.position(), stumble.tries(), stumble.error());
    tx.preparedQuery(sql.park()).execute(what).await();
    moveTo(tx, row);
    LOG.error(
        "listener {} failed {} times on event {} ({} of {} {}): put aside",
        name,
        stumble.tries(),
        event.position(),
        event.type(),
        event.stream(),
        event.key());
    stumble.passed(event.position());
    return 1;
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

  /// Unlike [#sleep] not cut short by new events, or a busy day would use up all tries at once.
  private void rest(Duration pause) {
    try {
      var _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops after the batch in hand.
  @Override
  public void close() {
    open = false;
    closed.countDown();
    wake.release();
    notifications.close();
    try {
      thread.join(LONGEST_WAIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
