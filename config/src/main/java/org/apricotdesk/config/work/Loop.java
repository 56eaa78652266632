package org.apricotdesk.config.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A pass over some work, a rest, and again, on a thread of its own until closed. A pass that fails
/// is logged and taken up again after a rest: background work never ends by itself.
public final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(15);

  /// One pass over the work.
  @FunctionalInterface
  public interface Pass {
    /// @return how long to rest, unless woken
    Duration run();
  }

  private final String name;
  private final Pass pass;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean open = true;

  private Loop(String name, Pass pass) {
    this.name = name;
    this.pass = pass;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// Starts with a pass at once.
  ///
  /// @param name of the thread and in the log
  public static Loop start(String name, Pass pass) {
    var loop = new Loop(name, pass);
    loop.thread.start();
    return loop;
  }

  /// Starts with a pass at once, and rests equally long after each.
  public static Loop every(Duration rest, String name, Runnable work) {
    return start(
        name,
        () -> {
          work.run();
          return rest;
        });
  }

  /// Ends a rest early, also the one that follows the pass in hand.
  public void wake() {
    wake.release();
  }

  private void run() {
    while (open) rest(passed());
  }

  private Duration passed() {
    try {
      return pass.run();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      if (open) LOG.warn("{} failed; trying again", name, failure);
      return AFTER_FAILURE;
    }
  }

  private void rest(Duration atMost) {
    try {
      if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      open = false;
    }
  }

  /// Ends after the pass in hand, and waits for that.
  @Override
  public void close() {
    open = false;
    wake.release();
    try {
      thread.join(LONGEST_GOODBYE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
