package org.apricotdesk.bot.contacts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Lease;
import org.apricotdesk.config.database.LeaseHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something at once and then every hour, on one instance.
final class Hourly implements LeaseHolder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Hourly.class);
  private static final Duration TERM = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Clock clock;
  private final Runnable work;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("contacts").unstarted(this::run);
  private final Lease lease;
  private volatile boolean open = true;
  private volatile boolean elected;
  private Instant next = Instant.MIN;

  private Hourly(Database database, Clock clock, Runnable work) {
    this.clock = clock;
    this.work = work;
    thread.start();
    lease = Lease.seek(database, "bot", "contacts", TERM, this);
  }

  static Hourly start(Database database, Clock clock, Runnable work) {
    return new Hourly(database, clock, work);
  }

  @Override
  public void won() {
    elected = true;
    wake.release();
  }

  @Override
  public void lost() {
    elected = false;
  }

  private void run() {
    while (open) {
      if (elected && !clock.instant().isBefore(next)) next = clock.instant().plus(pauseAfter());
      rest();
    }
  }

  private Duration pauseAfter() {
    try {
      work.run();
      return EVERY;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      if (open) LOG.warn("the address book could not be read: {}", failure.toString());
      return AGAIN;
    }
  }

  private void rest() {
    try {
      wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    wake.release();
    try {
      thread.join(TERM);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    lease.close();
  }
}
