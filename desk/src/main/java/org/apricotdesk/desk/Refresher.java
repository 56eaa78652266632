package org.apricotdesk.desk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps people, catalogue and calendar in memory in step with what other instances change.
final class Refresher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final List<Runnable> snapshots;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  Refresher(List<Runnable> snapshots) {
    this.snapshots = List.copyOf(snapshots);
    this.thread = Thread.ofVirtual().name("refresher").start(this::run);
  }

  private void run() {
    while (open) {
      try {
        snapshots.forEach(Runnable::run);
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (open) LOG.warn("what is in memory is not fresh: {}", failure.toString());
      }
      pause();
    }
  }

  private void pause() {
    try {
      wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    wake.release();
    try {
      thread.join(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
