package org.apricotdesk.bot.inbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again, on a thread that may wait.
final class Again implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Again.class);

  private final String name;
  private final Duration every;
  private final Semaphore end = new Semaphore(0);
  private volatile @Nullable Thread thread;

  Again(String name, Duration every) {
    this.name = name;
    this.every = every;
  }

  void start(Runnable work) {
    thread = Thread.ofVirtual().name(name).start(() -> run(work));
  }

  private void run(Runnable work) {
    while (!ended()) {
      try {
        work.run();
      } catch (Throwable failure) { // await() throws checked exceptions unannounced
        log.warn("{} failed: {}", name, failure.toString());
      }
    }
  }

  private boolean ended() {
    try {
      return end.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }

  @Override
  public void close() {
    end.release();
    var running = thread;
    if (running != null) {
      try {
        running.join(every);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
