package org.apricotdesk.desk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Lease;
import org.apricotdesk.config.database.LeaseHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the desk's chores every second: what is due for tickets, sealing the audit log, tidying up.
/// One instance does them at a time.
final class Ticker implements LeaseHolder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
  private static final Duration TERM = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// A chore that got this much done is taken up again at once.
  static final int BATCH = 100;

  private final List<IntSupplier> chores;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("ticker").unstarted(this::run);
  private final Lease lease;
  private volatile boolean open = true;
  private volatile boolean elected;

  /// @param chores each says how much it got done
  Ticker(Database database, List<IntSupplier> chores) {
    this.chores = List.copyOf(chores);
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
      if (!elected || chores.stream().mapToInt(Ticker::done).max().orElse(0) < BATCH) pause();
    }
  }

  private static int done(IntSupplier chore) {
    try {
      return chore.getAsInt();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.error("a chore failed; trying again", failure);
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
