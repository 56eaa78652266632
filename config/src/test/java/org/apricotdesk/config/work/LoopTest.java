package org.apricotdesk.config.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final LinkedBlockingQueue<Integer> passes = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  @Test
  void beginsAtOnceAndGoesOnWhenWoken() throws Exception {
    try (var loop = Loop.every(LONG, "test", this::pass)) {
      assertEquals(1, next());
      loop.wake();
      assertEquals(2, next());
    }
  }

  @Test
  void aWakeDuringAPassIsNotLost() throws Exception {
    var self = new LinkedBlockingQueue<Loop>();
    try (var loop =
        Loop.start(
            "test",
            () -> {
              pass();
              if (count.get() == 1) taken(self).wake();
              return LONG;
            })) {
      self.add(loop);
      assertEquals(1, next());
      assertEquals(2, next());
    }
  }

  @Test
  void aFailureDoesNotEndIt() throws Exception {
    try (var loop =
        Loop.every(
            LONG,
            "test",
            () -> {
              pass();
              throw new IllegalStateException("as planned");
            })) {
      assertEquals(1, next());
      loop.wake();
      assertEquals(2, next());
    }
  }

  @Test
  void nothingRunsOnceItIsClosed() throws Exception {
    var loop = Loop.every(Duration.ofMillis(1), "test", this::pass);
    assertEquals(1, next());
    loop.close();
    passes.clear();
    assertNull(passes.poll(50, TimeUnit.MILLISECONDS));
  }

  private void pass() {
    passes.add(count.incrementAndGet());
  }

  private int next() throws InterruptedException {
    var pass = passes.poll(10, TimeUnit.SECONDS);
    return pass == null ? 0 : pass;
  }

  private static Loop taken(LinkedBlockingQueue<Loop> from) {
    try {
      return from.take();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
