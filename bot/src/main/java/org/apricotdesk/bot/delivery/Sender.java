package org.apricotdesk.bot.delivery;

import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries deliveries out: several addresses at a time, one message at a time for each, within the
/// platform's limits. Any number of instances may run one.
public final class Sender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sender.class);
  private static final int LANES = 8;
  private static final int BATCH = 10;
  private static final Duration BATCH_TIME = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration DOUBT_WAIT = Duration.ofSeconds(10);
  private static final Duration LIMIT_WAIT = Duration.ofSeconds(5);

  private final Line line;
  private final Clock clock;
  private final Wire wire;
  private final Duration poll;
  private final Semaphore work = new Semaphore(0);
  private final Semaphore lanes = new Semaphore(LANES);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running = true;

  private final PgSubscriber notifications;

  private Sender(Database database, Vertx vertx, Clock clock, Wire wire, Duration poll) {
    this.line = new Line(database.pool(), clock, UUID.randomUUID().toString());
    this.clock = clock;
    this.wire = wire;
    this.poll = poll;
    this.notifications = database.subscriber(vertx);
    notifications.channel(Deliveries.CHANNEL).handler(_ -> wake());
  }

  /// Starts sending; looks for work at least every `poll`, and when the database says so.
  public static Sender start(
      Database database, Vertx vertx, Clock clock, Wire wire, Duration poll) {
    var sender = new Sender(database, vertx, clock, wire, poll);
    sender.notifications.connect(); // comes back by itself; until then the poll serves
    var _ = sender.threads.submit(sender::run);
    return sender;
  }

  /// There may be something to send.
  public void wake() {
    work.release();
  }

  @Override
  public void close() {
    running = false;
    wake();
    notifications.close();
    threads.close();
  }

  private void run() {
    while (running) {
      try {
        look();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (running) {
          log.warn("cannot look for messages to send: {}", failure.toString());
        }
      }
      rest();
    }
  }

  private void rest() {
    try {
      if (work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException _) {
      running = false;
    }
  }

  private void look() throws InterruptedException {
    var lost = line.lost();
    if (lost > 0) {
      log.warn("{} messages were being sent when an instance stopped", lost);
    }
    var free = lanes.availablePermits();
    if (free == 0) {
      return;
    }
    var chats = wire.reaches(new Address.Chat("any"));
    var members = wire.reaches(new Address.Member("any"));
    for (var address : line.hold(free, chats, members)) {
      lanes.acquire();
      var _ = threads.submit(() -> serve(address));
    }
  }

  private void serve(Address address) {
    try {
      line.release(address, sendTo(address));
    } catch (Throwable failure) { // the hold runs out by itself
      log.warn("cannot serve an address: {}", failure.toString());
    } finally {
      lanes.release();
      wake();
    }
  }

  /// Sends what is due there; returns how long to leave the address alone.
  private Duration sendTo(Address address) {
    var room = line.room(address);
    if (room <= 0) {
      return LIMIT_WAIT;
    }
    var end = clock.instant().plus(BATCH_TIME);
    for (var sent = 0; sent < Math.min(room, BATCH) && running; sent++) {
      if (!clock.instant().isBefore(end)) {
        return Duration.ZERO; // slow here: others wait for the lane
      }
      var next = line.next(address);
      if (next.isEmpty()) {
        return Duration.ZERO;
      }
      var quiet = send(next.get());
      if (!quiet.isZero()) {
        return quiet;
      }
    }
    return Duration.ZERO;
  }

  private Duration send(Taken taken) {
    switch (attempt(taken)) {
      case Result.Sent() -> line.settle(taken, "sent", "");
      case Result.Needless() -> line.settle(taken, "folded", "");
      case Result.Doubtful(var why) when taken.doubted().isEmpty() -> {
        line.doubt(taken, why);
        return DOUBT_WAIT;
      }
      case Result.Doubtful(var why) -> line.settle(taken, "unknown", why);
      case Result.Unknown(var why) -> line.settle(taken, "unknown", why);
      case Result.Refused(var why) -> {
        log.warn("delivery {} ({}) was refused: {}", taken.id(), taken.purpose(), why);
        line.settle(taken, "dead", why);
      }
      case Result.Later(var pause, var why) -> {
        log.info("delivery {} ({}) has to wait: {}", taken.id(), taken.purpose(), why);
        line.settle(taken, "due", why);
        return longer(pause, taken.attempts());
      }
    }
    return Duration.ZERO;
  }

  private Result attempt(Taken taken) {
    if (taken.doubted().isPresent()) {
      if (isForgotten(taken.doubted().get())) {
        return new Result.Unknown("too late to send it once more");
      }
      if (!wire.knowsRepeats(taken)) {
        return new Result.Unknown("the sender stopped while sending");
      }
    }
    try {
      return wire.send(taken);
    } catch (RuntimeException failure) {
      return new Result.Unknown(failure.toString());
    }
  }

  /// The platform would take a repeat for a new message by now.
  private boolean isForgotten(Instant doubted) {
    return !clock.instant().isBefore(doubted.plus(Wire.REPEATS_KNOWN));
  }

  private static Duration longer(Duration wait, int attempts) {
    var doubled = wait.multipliedBy(1L << Math.min(attempts - 1, 6));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
