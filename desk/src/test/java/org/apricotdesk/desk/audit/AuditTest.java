package org.apricotdesk.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");

  private final Audit audit =
      new Audit(db.database(), AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z")));

  @Test
  void whoever_changes_a_row_afterwards_breaks_the_chain() {
    for (var i = 0; i < 5; i++) read("ticket " + i);
    assertThat(audit.seal()).isEqualTo(5);
    read("ticket 5");
    read("ticket 6");
    assertThat(audit.seal()).isEqualTo(2);
    assertThat(audit.seal()).isZero();
    assertThat(audit.verify()).isEmpty();

    assertThatThrownBy(() -> sql("DELETE FROM desk.audit WHERE object = 'ticket 5'"))
        .hasMessageContaining("append-only");
    assertThat(audit.verify()).isEmpty();

    sql("ALTER TABLE desk.audit DISABLE TRIGGER USER");
    sql("UPDATE desk.audit SET actor = 'somebodyelse' WHERE object = 'ticket 5'");
    assertThat(audit.verify()).contains(2L);
    sql("UPDATE desk.audit SET actor = 'sunlili' WHERE object = 'ticket 5'");
    assertThat(audit.verify()).isEmpty();
    sql("DELETE FROM desk.audit WHERE object = 'ticket 0'");
    assertThat(audit.verify()).contains(1L);
  }

  private void read(String object) {
    audit.record(db.database().pool(), new PersonId("sunlili"), "read", object, new JsonObject());
  }

  private static void sql(String statement) {
    db.database().pool().query(statement).execute().await();
  }
}
