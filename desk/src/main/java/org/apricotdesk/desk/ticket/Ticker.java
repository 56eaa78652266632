package org.apricotdesk.desk.ticket;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Lease;
import org.apricotdesk.config.database.LeaseHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every second for tickets something is due for. One instance does it at a time.
public final class Ticker implements LeaseHolder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
  private static final Duration TERM = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int BATCH = 100;

  private final TicketDesk desk;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("ticker").unstarted(this::run);
  private final Lease lease;
  private volatile boolean open = true;
  private volatile boolean elected;

  public Ticker(Database database, TicketDesk desk) {
    this.desk = desk;
    thread.start();
    lease = Lease.seek(database, "desk", "ticker", TERM, this);
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
      if (!elected || look() < BATCH) pause();
    }
  }

  private int look() {
    try {
      return desk.actOnDue(BATCH);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.error("looking for due tickets failed; trying again", failure);
      return 0;
    }
  }

  private void pause() {
    try {
      wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Finishes what it is at, and gives the lease back.
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
