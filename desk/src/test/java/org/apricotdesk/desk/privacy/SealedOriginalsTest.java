package org.apricotdesk.desk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SealedOriginalsTest {
  private static final PersonId SHAO = new PersonId("shaojiale");
  private static final String TEXT = "身份证991301195603114003的病人";

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");

  private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z"));
  private final Sealer sealer = new Sealer(key((byte) 7));
  private final SealedOriginals originals = new SealedOriginals(sealer, Duration.ofDays(7), clock);

  private static Secret key(byte of) {
    var bytes = new byte[32];
    java.util.Arrays.fill(bytes, of);
    return new Secret(Base64.getEncoder().encodeToString(bytes));
  }

  private <T> T inTransaction(Function<SqlConnection, T> work) {
    return db.database().inTransaction(work);
  }

  private void keep(String key) {
    inTransaction(
        tx -> {
          originals.keep(tx, key, TEXT);
          return key;
        });
  }

  private Optional<String> open(String key) {
    return inTransaction(tx -> originals.open(tx, key, SHAO, "查明细"));
  }

  @Test
  void an_original_opens_with_a_reason_and_leaves_a_trace() {
    keep("m1");
    assertThat(open("m1")).contains(TEXT);
    var traces =
        db.database()
            .pool()
            .query("SELECT person, reason FROM desk.sealed_original_opened WHERE key = 'm1'")
            .execute()
            .await();
    assertThat(traces.iterator().next().toJson().encode())
        .isEqualTo("{\"person\":\"shaojiale\",\"reason\":\"查明细\"}");
    assertThatThrownBy(() -> inTransaction(tx -> originals.open(tx, "m1", SHAO, " ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_kept_cannot_be_read_without_the_key() {
    keep("m2");
    var row =
        db.database()
            .pool()
            .query("SELECT sealed FROM desk.sealed_original WHERE key = 'm2'")
            .execute()
            .await()
            .iterator()
            .next();
    var seal = row.getBuffer("sealed").getBytes();
    assertThat(new String(seal, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("991301");
    assertThat(new Sealer(key((byte) 8)).open("m2", seal)).isEmpty();
    assertThat(sealer.open("m3", seal)).isEmpty();
    seal[20] ^= 1;
    assertThat(sealer.open("m2", seal)).isEmpty();
  }

  @Test
  void after_its_days_an_original_is_gone() {
    keep("m4");
    clock.advance(Duration.ofDays(7));
    assertThat(open("m4")).isEmpty();
    assertThat(SealedOriginals.erase(db.database().pool(), clock)).isGreaterThanOrEqualTo(1);
  }

  @Test
  void a_hospital_may_keep_none() {
    var none = new SealedOriginals(sealer, Duration.ZERO, clock);
    inTransaction(
        tx -> {
          none.keep(tx, "m5", TEXT);
          return tx;
        });
    assertThat(open("m5")).isEmpty();
  }
}
