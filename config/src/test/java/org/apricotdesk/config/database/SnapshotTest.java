package org.apricotdesk.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private final AtomicLong stored = new AtomicLong(1);
  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void is_read_again_only_when_the_revision_has_moved() {
    var snapshot = new Snapshot<>(stored::get, this::read);
    snapshot.refresh();
    assertThat(readings).hasValue(1);
    stored.set(2);
    assertThat(snapshot.value()).isEqualTo(1);
    snapshot.refresh();
    assertThat(snapshot.value()).isEqualTo(2);
    assertThat(readings).hasValue(2);
  }

  @Test
  void what_was_read_before_a_change_does_not_replace_what_was_read_after_it() throws Exception {
    var reading = new CountDownLatch(1);
    var changed = new CountDownLatch(1);
    var slow = new AtomicLong();
    var snapshot =
        new Snapshot<>(
            stored::get,
            () -> {
              var found = read();
              if (found == slow.get()) {
                reading.countDown();
                await(changed);
              }
              return found;
            });
    slow.set(2);
    stored.set(2);
    var first = Thread.ofVirtual().start(snapshot::refresh);
    await(reading);
    stored.set(3);
    var second = Thread.ofVirtual().start(snapshot::refresh);
    second.join(100); // it may overtake the first reading, if nothing keeps it from that
    changed.countDown();
    first.join();
    second.join();
    assertThat(snapshot.value()).isEqualTo(3);
  }

  private long read() {
    readings.incrementAndGet();
    return stored.get();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
