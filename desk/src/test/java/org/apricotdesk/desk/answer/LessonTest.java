package org.apricotdesk.desk.answer;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LessonTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");

  @Test
  void a_solved_ticket_becomes_problem_cause_and_steps() {
    var desk = new DeskFixture(db);
    var lesson =
        new Lesson(new Masker(desk.people::isStaffName), desk.catalogue::find, Cause::code);
    var ticket = desk.wristband();
    assertThat(lesson.of(ticket, GONG.value())).as("not solved yet").isEmpty();

    desk.tickets.handle(ticket.number(), new Command.Claim(GONG));
    var solution = "更换走纸胶辊。再打一张试试；病人电话 19900001234";
    desk.tickets.handle(
        ticket.number(), new Command.Resolve(GONG, solution, Optional.empty(), Cause.HARDWARE));
    var solved = desk.tickets.find(ticket.number()).orElseThrow();

    var content = lesson.of(solved, GONG.value()).orElseThrow();
    assertThat(content.title()).isEqualTo(ticket.report().title());
    assertThat(content.symptoms()).isEqualTo(ticket.report().description());
    assertThat(content.cause()).isEqualTo("hardware");
    assertThat(content.steps()).hasSize(3).startsWith("更换走纸胶辊。", "再打一张试试；");
    assertThat(content.toJson().encode()).doesNotContain("19900001234");
    assertThat(content.category()).isEqualTo("printer.label.wristband");
    assertThat(content.owner()).isEqualTo(GONG.value());
  }
}
