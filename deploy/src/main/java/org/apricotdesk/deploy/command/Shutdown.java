package org.apricotdesk.deploy.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM, and the time it takes to end in good order.
final class Shutdown {
  private static final long LONGEST_SECONDS = 60;

  private Shutdown() {}

  /// Waits until the program is told to stop; the program then ends only once `done` is counted
  /// down.
  static void await(CountDownLatch done) throws InterruptedException {
    var told = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(told, done), "shutdown"));
    told.await();
  }

  private static void leave(CountDownLatch told, CountDownLatch done) {
    told.countDown();
    try {
      var _ = done.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
