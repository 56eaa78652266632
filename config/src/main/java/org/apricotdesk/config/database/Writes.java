package org.apricotdesk.config.database;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/// What a transaction has sent without waiting for it: its end waits for all of it.
final class Writes {
  private final List<Future<?>> sent = new ArrayList<>();

  void add(Future<?> write) {
    sent.add(write);
  }

  /// @throws RuntimeException the first failure there was, if any
  void await() {
    for (var write : sent) write.await();
  }

  /// After one statement has failed PostgreSQL refuses those that follow: the first one says why.
  ///
  /// @throws RuntimeException an earlier failure than this one, if there was any
  void explain(Throwable failure) {
    for (var write : sent) {
      if (write.failed() && !write.cause().equals(failure)) {
        write.cause().addSuppressed(failure);
        write.await();
      }
    }
  }
}
