package org.apricotdesk.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Bell;
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
  private static final Duration GATHER = Duration.ofMillis(20);
  private static final int BREATHER = 3;
  private static final Duration LIMIT_WAIT = Duration.ofSeconds(5);

  private final Line line;
  private final Clock clock;
  private final Wire wire;
  private final Duration poll;
  private final Semaphore work = new Semaphore(0);
  private final Semaphore lanes = new Semaphore(LANES);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running = true;
  private long lookedForLost = System.nanoTime() - Duration.ofDays(1).toNanos();

  private final Bell.Hearing hearing;

  private Sender(Database database, Clock clock, Wire wire, Duration poll) {
    this.line = new Line(database.pool(), clock, UUID.randomUUID().toString());
    this.clock = clock;
    this.wire = wire;
    this.poll = poll;
    this.hearing = database.bell().hear(Deliveries.CHANNEL, _ -> wake());
  }

  /// Starts sending; looks for work at least every `poll`, and when the database says so.
  public static Sender start(Database database, Clock clock, Wire wire, Duration poll) {
    var sender = new Sender(database, clock, wire, poll);
    var _ = sender.threads.submit(sender::run);
    return sender;
  }

  private void wake() {
    work.release();
  }

  @Override
  public void close() {
    running = false;
    wake();
    hearing.close();
    threads.close();
  }

  private void run() {
    while (running) {
      var begin = System.nanoTime();
      try {
        look();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (running) {
          log.warn("cannot look for messages to send: {}", failure.toString());
        }
      }
      rest(Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  /// Until there is work; first a little anyway, so that on busy days many messages cost one look,
  /// and looking takes a small part of the time however many wait.
  private void rest(Duration looked) {
    try {
      Thread.sleep(looked.multipliedBy(BREATHER).plus(GATHER));
      if (work.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException _) {
      running = false;
    }
  }

  private void look() throws InterruptedException {
    if (System.nanoTime() - lookedForLost > poll.toNanos()) lookForLost();
    var free = lanes.availablePermits();
    if (free == 0) {
      return;
    }
    var chats = wire.reaches(new Address.Chat("any"));
    var members = wire.reaches(new Address.Member("any"));
    for (var held : line.hold(free, chats, members)) {
      lanes.acquire();
      var _ = threads.submit(() -> serve(held));
    }
  }

  private void lookForLost() {
    lookedForLost = System.nanoTime();
    var lost = line.lost();
    if (lost > 0) {
      log.warn("{} messages were being sent when an instance stopped", lost);
    }
  }

  private void serve(Held held) {
    try {
      sendTo(held).ifPresent(quiet -> line.release(held.address(), quiet));
    } catch (Throwable failure) { // the hold runs out by itself
      log.warn("cannot serve an address: {}", failure.toString());
    } finally {
      lanes.release();
      wake();
    }
  }

  /// Sends what is due there; returns how long to leave the address alone, or nothing if it was
  /// given back already.
  private Optional<Duration> sendTo(Held held) {
    if (held.room() <= 0) {
      return Optional.of(LIMIT_WAIT);
    }
    var most = Math.min(held.room(), BATCH);
    var end = clock.instant().plus(BATCH_TIME); // slow here: others wait for the lane
    var next = line.next(held.address());
    for (var sent = 1; next.taken().isPresent(); sent++) {
      var taken = next.taken().get();
      var became = became(taken, attempt(taken));
      var goesOn = sent < most && running && clock.instant().isBefore(end);
      if (!goesOn || !became.quiet().isZero()) {
        line.settle(taken, became);
        return Optional.of(became.quiet());
      }
      next = line.next(taken, became);
    }
    return next.released() ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  private static Settled became(Taken taken, Result result) {
    return switch (result) {
      case Result.Sent() -> Settled.as("sent", "");
      case Result.Needless() -> Settled.as("folded", "");
      case Result.Doubtful(var why) when taken.doubted().isEmpty() ->
          Settled.doubted(why, DOUBT_WAIT);
      case Result.Doubtful(var why) -> Settled.as("unknown", why);
      case Result.Unknown(var why) -> Settled.as("unknown", why);
      case Result.Refused(var why) -> {
        log.warn("delivery {} ({}) was refused: {}", taken.id(), taken.purpose(), why);
        yield Settled.as("dead", why);
      }
      case Result.Later(var pause, var why) -> {
        log.info("delivery {} ({}) has to wait: {}", taken.id(), taken.purpose(), why);
        yield Settled.later(why, longer(pause, taken.attempts()));
      }
    };
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
