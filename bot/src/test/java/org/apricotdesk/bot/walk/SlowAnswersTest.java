package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The database is busy for longer than the platform waits for an answer.
class SlowAnswersTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  @Test
  void the_robot_begins_with_a_word_and_any_instance_puts_the_answer_in_its_place() {
    try (var walk = Walk.by(Way.ROBOT_CALLBACK, db)) {
      walk.hospital.open();
      whileLocked(
          db,
          "desk.ticket",
          () -> {
            walk.nurse().says(Walk.REPORT);
            assertThat(walk.nurse().lastHeard().text()).isEqualTo("收到，稍等。");
          });

      walk.nurse().hears("已登记 #1001");
      walk.nurse().seesCard("催一下");
      assertThat(words(walk)).hasSize(1);
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  @Test
  void the_application_says_it_afterwards() {
    try (var walk = Walk.by(Way.APP, db)) {
      whileLocked(
          db,
          "desk.ticket",
          () -> {
            walk.nurse().says(Walk.REPORT);
            assertThat(words(walk)).isEmpty();
          });

      walk.nurse().hears("已登记 #1001");
      walk.nurse().seesCard("催一下");
      assertThat(words(walk)).hasSize(1);
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  static void whileLocked(TestDatabase db, String table, Runnable act) {
    var connection = db.database().pool().getConnection().await();
    var transaction = connection.begin().await();
    try {
      connection.query("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(table)).execute().await();
      act.run();
    } finally {
      transaction.rollback().await();
      connection.close().await();
    }
  }

  private static List<String> words(Walk walk) {
    return walk.nurse().chat().stream()
        .filter(bubble -> !bubble.isCard() && !bubble.from().equals("sunlili"))
        .map(Bubble::text)
        .toList();
  }
}
