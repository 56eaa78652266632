package org.apricotdesk.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeaseTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("sample");

  private static final Duration TERM = Duration.ofSeconds(2);

  private final LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();

  @Test
  void one_of_two_instances_is_the_one_and_the_other_follows_when_it_goes() throws Exception {
    var first = Lease.seek(db.database(), "sample", "socket", TERM, instance("first"));
    assertThat(next()).isEqualTo("first won");
    try (var second = Lease.seek(db.database(), "sample", "socket", TERM, instance("second"))) {
      assertThat(second.isHeld()).isFalse();
      first.close();

      assertThat(next()).isEqualTo("first lost");
      assertThat(next()).isEqualTo("second won");
      assertThat(first.isHeld()).isFalse();
    }
  }

  @Test
  void a_holder_that_cannot_reach_the_database_gives_up_before_its_lease_ends() throws Exception {
    try (var _ = Lease.seek(db.database(), "sample", "lost", TERM, instance("only"))) {
      assertThat(next()).isEqualTo("only won");
      var pool = db.database().pool();
      pool.query("ALTER TABLE sample.lease RENAME TO away").execute().await();

      assertThat(next()).isEqualTo("only lost");
      pool.query("ALTER TABLE sample.away RENAME TO lease").execute().await();
    }
  }

  private String next() throws InterruptedException {
    return log.poll(20, TimeUnit.SECONDS);
  }

  private LeaseHolder instance(String name) {
    return new LeaseHolder() {
      @Override
      public void won() {
        log.add(name + " won");
      }

      @Override
      public void lost() {
        log.add(name + " lost");
      }
    };
  }
}
