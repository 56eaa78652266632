package org.apricotdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.privacy.SealedOriginals;
import org.apricotdesk.desk.privacy.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErasingOriginalsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");

  private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z"));

  @Test
  void a_running_desk_erases_sealed_originals_when_their_week_is_over() {
    var key = new Secret(Base64.getEncoder().encodeToString(new byte[32]));
    var originals = new SealedOriginals(new Sealer(key), Duration.ofDays(7), clock);
    keep(originals, "early");
    clock.advance(Duration.ofDays(6));
    keep(originals, "late");

    try (var _ = SampleDesk.open(db, clock).start()) {
      clock.advance(Duration.ofDays(1));
      await(1);
      clock.advance(Duration.ofDays(6));
      await(0);
    }
  }

  private static void keep(SealedOriginals originals, String message) {
    db.database()
        .inTransaction(
            tx -> {
              originals.keep(tx, message, "原文");
              return message;
            });
  }

  private static void await(long expected) {
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (kept() != expected && System.nanoTime() < end) LockSupport.parkNanos(20_000_000);
    assertThat(kept()).isEqualTo(expected);
  }

  private static long kept() {
    return db.database()
        .pool()
        .query("SELECT count(*) FROM desk.sealed_original")
        .execute()
        .await()
        .iterator()
        .next()
        .getLong(0);
  }
}
