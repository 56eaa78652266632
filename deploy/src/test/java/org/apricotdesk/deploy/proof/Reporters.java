package org.apricotdesk.deploy.proof;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Simulator;

/// People who report one fault each, so that a lost or doubled report shows with its reporter.
final class Reporters implements AutoCloseable {
  private static final int AT_ONCE = 48;
  private static final Duration BETWEEN = Duration.ofMillis(50);
  private static final List<String> FAULTS = List.of("骨一科护士站打印机卡纸了", "检验科扫码枪扫不出来");

  private final Simulator simulator;
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Semaphore waiting = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Reporters(Simulator simulator) {
    this.simulator = simulator;
  }

  /// Somebody new reports; returns when the platform has got an answer or given up.
  void report() {
    var mine = number.getAndIncrement();
    simulator.add(Member.of(userid(mine), "报修人" + mine)).says(FAULTS.get(mine % FAULTS.size()));
  }

  /// Reports keep coming, one after the other, while not too many are unanswered.
  void keepComing() {
    var _ =
        threads.submit(
            () -> {
              while (running.get()) {
                waiting.acquireUninterruptibly();
                var _ = threads.submit(this::reportWhenThereIsRoom);
                LockSupport.parkNanos(BETWEEN.toNanos());
              }
            });
  }

  private void reportWhenThereIsRoom() {
    try {
      report();
    } finally {
      waiting.release();
    }
  }

  /// No more come; waits until those under way have been answered.
  void stop() {
    running.set(false);
    threads.close();
  }

  /// Everybody who has reported.
  List<String> userids() {
    return IntStream.range(0, number.get()).mapToObj(Reporters::userid).toList();
  }

  /// How many receipts, the cards one can urge with, that person has got.
  int receipts(String userid) {
    return (int)
        simulator.member(userid).chat().stream()
            .filter(bubble -> bubble.isCard() && bubble.buttons().contains("催一下"))
            .count();
  }

  private static String userid(int number) {
    return "reporter" + number;
  }

  @Override
  public void close() {
    running.set(false);
    threads.shutdownNow();
  }
}
