package org.apricotdesk.deploy.proof;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for an effect, with a limit.
final class Patience {
  private static final Duration LOOK = Duration.ofMillis(50);

  private Patience() {}

  static void await(String otherwise, Duration limit, BooleanSupplier effect) {
    var end = System.nanoTime() + limit.toNanos();
    while (!effect.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException(otherwise);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
