package org.apricotdesk.config.event;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Bell;
import org.apricotdesk.config.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A listener at work: reads its stream of the log from its place on, a batch in each transaction.
///
/// A ring only wakes it; it also looks by itself every second, so a lost one costs a second. An
/// event on which the listener fails again and again is put aside.
public final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final int BATCH = 100;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /// For what is there but may not be read yet.
  private static final Duration SOON = Duration.ofMillis(20);

  /// Between two batches, so that on busy days many events cost one transaction.
  private static final Duration GATHER = Duration.ofMillis(50);

  /// What is listened to.
  ///
  /// @param name of the listener, under which its place is kept
  record To(String schema, String name, String stream) {}

  private final Database database;
  private final To to;
  private final Listener listener;
  private final SubscriptionStatements sql;
  private final SecondHearing again;
  private final Bell.Hearing hearing;
  private final Patience patience;
  private final Stumble stumble = new Stumble();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  private Subscription(Database database, To to, Listener listener, Patience patience) {
    this.database = database;
    this.to = to;
    this.listener = listener;
    this.patience = patience;
    this.sql = new SubscriptionStatements(to.schema());
    this.again = new SecondHearing(sql, to.name(), listener);
    this.thread = Thread.ofVirtual().name("listener-" + to.name()).unstarted(this::run);
    this.hearing = database.bell().hear(EventLog.channel(to.schema()), this::rung);
  }

  static Subscription start(Database database, To to, Listener listener, Patience patience) {
    var subscription = new Subscription(database, to, listener, patience);
    var pool = database.pool();
    pool.preparedQuery(subscription.sql.introduce()).execute(Tuple.of(to.name())).await();
    subscription.thread.start();
    return subscription;
  }

  private void rung(String stream) {
    if (stream.equals(to.stream())) wake.release();
  }

  private void run() {
    var pause = patience.first();
    var woken = true;
    while (open) {
      try {
        var rest = woken || isNews() ? database.inTransaction(this::serve) : LOOK_EVERY;
        pause = patience.first();
        woken = sleep(rest);
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (!open) return;
        LOG.error("listener {} failed; trying again in {}", to.name(), pause, failure);
        rest(pause);
        pause = patience.after(pause);
        woken = true;
      }
    }
  }

  private boolean isNews() {
    var rows = database.pool().preparedQuery(sql.news()).execute(Tuple.of(to.name())).await();
    return rows.iterator().next().getBoolean("found");
  }

  /// @return how long to leave the log alone now
  private Duration serve(SqlConnection tx) {
    var most = stumble.batch(BATCH);
    var found = take(tx, most);
    if (found.isEmpty()) return LOOK_EVERY; // another instance is at it
    var batch = found.get();
    if (batch.asked()) again.hear(tx);
    var events = batch.settled();
    if (events.isEmpty() && batch.unsettled()) return SOON;
    if (!events.isEmpty() && stumble.isHopeless(events.getFirst(), patience)) {
      park(tx, events.getFirst());
    } else {
      for (var i = 0; i < events.size(); i++) tell(tx, events.get(i), i);
    }
    moveTo(tx, batch.end());
    if (!events.isEmpty()) stumble.passed(events.getLast().position());
    if (batch.unsettled()) return SOON;
    return events.size() < most ? LOOK_EVERY : Duration.ZERO;
  }

  private Optional<Batch> take(SqlConnection tx, int most) {
    var what = Tuple.of(to.name(), to.stream(), most);
    var rows = tx.preparedQuery(sql.take()).execute(what).await().stream().toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(Batch.of(rows, most));
  }

  private void tell(SqlConnection tx, Event event, int before) {
    try {
      Database.whole(() -> listener.on(tx, event));
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      stumble.at(event, before, failure);
      throw failure;
    }
  }

  /// Puts one event aside, so that those after it are heard.
  private void park(SqlConnection tx, Event event) {
    var what = Tuple.of(to.name(), event.position(), stumble.tries(), stumble.error());
    tx.preparedQuery(sql.park()).execute(what).await();
    LOG.error(
        "listener {} failed {} times on event {} ({} of {} {}): put aside",
        to.name(),
        stumble.tries(),
        event.position(),
        event.type(),
        event.stream(),
        event.key());
  }

  private void moveTo(SqlConnection tx, Batch.Mark mark) {
    tx.preparedQuery(sql.move()).execute(Tuple.of(to.name(), mark.tx(), mark.position())).await();
  }

  /// @return whether a ring cut it short
  private boolean sleep(Duration atMost) {
    try {
      rest(GATHER);
      var woken = wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (woken) wake.drainPermits();
      return woken || atMost.compareTo(LOOK_EVERY) < 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
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
    hearing.close();
    try {
      thread.join(LONGEST_WAIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
