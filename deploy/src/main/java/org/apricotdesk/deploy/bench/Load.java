package org.apricotdesk.deploy.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/// Does something over and over, as many at once as told, each beginning the next when it has
/// finished one.
final class Load {
  /// One piece of work. True if it went as it should.
  interface Work {
    boolean once() throws Exception;
  }

  private final int atOnce;
  private final Work work;
  private final ConcurrentLinkedQueue<long[]> parts = new ConcurrentLinkedQueue<>();
  private final LongAdder failed = new LongAdder();

  private Load(int atOnce, Work work) {
    this.atOnce = atOnce;
    this.work = work;
  }

  static Figures run(int atOnce, Duration time, Work work) {
    return new Load(atOnce, work).during(time);
  }

  /// Until there is nothing more to do.
  static Figures all(int atOnce, Work work, BooleanSupplier over) {
    return new Load(atOnce, work).until(over);
  }

  private Figures during(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    return until(() -> System.nanoTime() >= end);
  }

  private Figures until(BooleanSupplier over) {
    var begin = System.nanoTime();
    var finished = new CountDownLatch(atOnce);
    for (var i = 0; i < atOnce; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                parts.add(repeat(over));
                finished.countDown();
              });
    }
    wait(finished);
    var all = parts.stream().flatMapToLong(LongStream::of).toArray();
    return Figures.of(all, failed.sum(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private long[] repeat(BooleanSupplier over) {
    var times = new long[1024];
    var count = 0;
    while (!over.getAsBoolean()) {
      var begin = System.nanoTime();
      if (worked(work)) {
        if (count == times.length) times = Arrays.copyOf(times, count * 2);
        times[count++] = System.nanoTime() - begin;
      } else {
        failed.increment();
      }
    }
    return Arrays.copyOf(times, count);
  }

  static boolean worked(Work work) {
    try {
      return work.once();
    } catch (Throwable _) { // await() throws checked exceptions unannounced; counted as failed
      return false;
    }
  }

  static void wait(CountDownLatch finished) {
    try {
      finished.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", interrupted);
    }
  }
}
