package org.apricotdesk.desk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.apricotdesk.config.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk's chores of each second: what is due for tickets, sealing the audit log, tidying up.
final class Chores implements Loop.Pass {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final Duration REST = Duration.ofSeconds(1);

  /// A chore that got this much done is taken up again at once.
  static final int BATCH = 100;

  private final List<IntSupplier> chores;
  private final ReentrantLock pass = new ReentrantLock();

  /// @param chores each says how much it got done
  Chores(List<IntSupplier> chores) {
    this.chores = List.copyOf(chores);
  }

  @Override
  public Duration run() {
    pass.lock();
    try {
      var most = chores.stream().mapToInt(Chores::done).max().orElse(0);
      return most < BATCH ? REST : Duration.ZERO;
    } finally {
      pass.unlock();
    }
  }

  /// One chore that fails does not keep the others from being done.
  private static int done(IntSupplier chore) {
    try {
      return chore.getAsInt();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.error("a chore failed; trying again", failure);
      return 0;
    }
  }
}
