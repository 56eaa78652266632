package org.apricotdesk.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.time.AdjustableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrimmingTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("bot");

  private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z"));
  private final Trimming trimming =
      new Trimming(
          db.database().pool(), new InboxStore(clock), new Deliveries(db.database(), clock), clock);

  @Test
  void what_is_settled_is_forgotten_after_thirty_days_and_what_is_not_stays() {
    for (var state : List.of("done", "dead", "failed")) message(state);
    for (var state : List.of("sent", "folded", "unknown", "dead")) delivery(state, true);
    for (var state : List.of("due", "sending")) delivery(state, false);

    clock.advance(Duration.ofDays(30).minusSeconds(60));
    trimming.run();
    assertThat(left("inbox")).hasSize(3);
    assertThat(left("delivery")).hasSize(6);

    clock.advance(Duration.ofHours(2));
    trimming.run();
    assertThat(left("inbox")).containsExactly("failed");
    assertThat(left("delivery")).containsExactlyInAnyOrder("due", "sending");
  }

  private void message(String state) {
    run(
        """
        INSERT INTO bot.inbox (id, channel, person, chat, sent_at, received_at, said, state)
        VALUES ($1, 'APP', 'sunlili', '', $2, $2, '{}', $1)
        """,
        state);
  }

  private void delivery(String state, boolean settled) {
    run(
        """
        INSERT INTO bot.delivery
               (key, address, purpose, rank, body, state, due_at, created_at, settled_at)
        VALUES ($1, 'member:sunlili', 'test', 1, '{}', $1, $2, $2, %s)
        """
            .formatted(settled ? "$2" : "NULL"),
        state);
  }

  private void run(String sql, String state) {
    var row = Tuple.of(state, clock.instant().atOffset(ZoneOffset.UTC));
    db.database().pool().preparedQuery(sql).execute(row).await();
  }

  private static List<String> left(String table) {
    return db.database().pool().query("SELECT state FROM bot." + table).execute().await().stream()
        .map(row -> row.getString("state"))
        .toList();
  }
}
