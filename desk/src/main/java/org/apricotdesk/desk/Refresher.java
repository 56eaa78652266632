package org.apricotdesk.desk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.staff.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps people and catalogue in memory in step with what other instances change.
final class Refresher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final People people;
  private final Catalogue catalogue;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  Refresher(People people, Catalogue catalogue) {
    this.people = people;
    this.catalogue = catalogue;
    this.thread = Thread.ofVirtual().name("refresher").start(this::run);
  }

  private void run() {
    while (open) {
      try {
        people.refresh();
        catalogue.refresh();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        if (open) LOG.warn("people and catalogue are not fresh: {}", failure.toString());
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
