package org.apricotdesk.deploy.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// Begins a piece of work at each time of a timetable, whether or not earlier ones have finished,
/// and measures from the planned time: a stall counts for everything that should have begun
/// meanwhile.
final class Pace {
  private static final long FAILED = -1;

  private final int perSecond;
  private final Load.Work work;

  private Pace(int perSecond, Load.Work work) {
    this.perSecond = perSecond;
    this.work = work;
  }

  static Figures run(int perSecond, Duration time, Load.Work work) {
    return new Pace(perSecond, work).during(time);
  }

  private Figures during(Duration time) {
    var count = (int) (time.toSeconds() * perSecond);
    var took = new long[count];
    var finished = new CountDownLatch(count);
    var failed = new LongAdder();
    var begin = System.nanoTime();
    for (var i = 0; i < count; i++) {
      var number = i;
      var planned = begin + i * 1_000_000_000L / perSecond;
      sleepUntil(planned);
      Thread.ofVirtual()
          .start(
              () -> {
                var worked = Load.worked(work);
                took[number] = worked ? System.nanoTime() - planned : FAILED;
                if (!worked) failed.increment();
                finished.countDown();
              });
    }
    Load.wait(finished);
    var nanos = LongStream.of(took).filter(one -> one != FAILED).toArray();
    return Figures.of(nanos, failed.sum(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private static void sleepUntil(long time) {
    for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime())
      LockSupport.parkNanos(left);
  }
}
