package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Monday 2026-03-16, 09:00 in the hospital; the category is served day and night.
class PromisedTimesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private DeskFixture desk;

  @BeforeEach
  void openTheDesk() {
    desk = new DeskFixture(db);
  }

  @Test
  void a_p3_is_answered_within_half_an_hour_and_solved_within_a_working_day() {
    var ticket = desk.wristband();

    assertThat(ticket.response().due()).contains(local("2026-03-16T09:30"));
    assertThat(ticket.resolution().due()).contains(local("2026-03-17T09:00"));
  }

  @Test
  void a_claim_in_time_keeps_the_first_promise() {
    var ticket = desk.wristband();
    desk.clock.advance(Duration.ofMinutes(30));
    var claimed = desk.tickets.handle(ticket.number(), new Command.Claim(SHAO)).ticket();

    assertThat(claimed.response().met()).contains(true);
    assertThat(claimed.response().used()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void a_public_word_of_the_desk_keeps_the_first_promise_and_only_that() {
    var number = desk.wristband().number();
    desk.clock.advance(Duration.ofMinutes(10));
    for (var silent :
        List.of(
            new Command.Note(SUN, "病人在等", false, List.of()),
            new Command.Note(SHAO, "又是那台", true, List.of()),
            new Command.Note(PersonId.SYSTEM, "已收到", false, List.of())))
      assertThat(desk.tickets.handle(number, silent).ticket().times().firstResponded()).isEmpty();

    var answer = new Command.Note(SHAO, "十分钟后到", false, List.of());
    var answered = desk.tickets.handle(number, answer).ticket();

    assertThat(answered.status()).isEqualTo(Status.NEW);
    assertThat(answered.times().firstResponded()).contains(local("2026-03-16T09:10"));
    assertThat(answered.response().met()).contains(true);
    desk.clock.advance(Duration.ofMinutes(50));
    var claimed = desk.tickets.handle(number, new Command.Claim(SHAO)).ticket();
    assertThat(claimed.times().firstResponded()).contains(local("2026-03-16T09:10"));
    assertThat(claimed.response().met()).contains(true);
    assertThat(desk.tickets.rebuilt(desk.database.pool(), number)).isEqualTo(claimed);
  }

  @Test
  void an_engineers_word_on_their_own_report_answers_nobody() {
    var number = desk.tickets.open(desk.report(SHAO, Priority.P3)).number();

    var noted = desk.tickets.handle(number, new Command.Note(SHAO, "还是不行", false, List.of()));

    assertThat(noted.ticket().times().firstResponded()).isEmpty();
  }

  @Test
  void waiting_for_a_vendor_moves_a_p3_to_the_right() {
    var ticket = desk.wristband();
    desk.tickets.handle(ticket.number(), new Command.Claim(SHAO));
    desk.clock.set(local("2026-03-16T10:00"));
    var paused =
        new Command.Pause(
            SHAO,
            PauseKind.PENDING_VENDOR,
            "等主板",
            Optional.of("示例厂商"),
            Optional.of("A-1"),
            Optional.empty());
    assertThat(desk.tickets.handle(ticket.number(), paused).ticket().resolution().due()).isEmpty();
    desk.clock.set(local("2026-03-18T10:00"));

    var resumed = desk.tickets.handle(ticket.number(), new Command.Resume(SHAO)).ticket();

    assertThat(resumed.resolution().due()).contains(local("2026-03-19T09:00"));
  }

  @Test
  void a_raised_priority_counts_from_the_change() {
    var ticket = desk.wristband();
    desk.clock.set(local("2026-03-16T12:00"));

    var raised =
        desk.tickets
            .handle(ticket.number(), new Command.ChangePriority(YE, Priority.P2, "病人等着"))
            .ticket();

    assertThat(raised.resolution().due()).contains(local("2026-03-16T16:00"));
  }

  @Test
  void what_has_run_out_is_seen_as_missed_before_anything_else_happens() {
    var ticket = desk.wristband();
    desk.clock.set(local("2026-03-16T09:31"));
    var director = desk.people.find(SHEN).orElseThrow();

    assertThat(desk.tickets.find(director, ticket.number()).orElseThrow().response().met())
        .contains(false);
    assertThat(desk.tickets.find(ticket.number()).orElseThrow().response().met()).isEmpty();
  }

  @Test
  void a_cancelled_ticket_owes_nothing() {
    var ticket = desk.wristband();

    var cancelled =
        desk.tickets
            .handle(ticket.number(), new Command.Cancel(SUN, CancelReason.MISTAKEN, ""))
            .ticket();

    assertThat(cancelled.resolution().due()).isEmpty();
    assertThat(cancelled.resolution().met()).isEmpty();
  }

  @Test
  void silence_for_three_working_days_ends_the_waiting() {
    var ticket = desk.wristband();
    desk.tickets.handle(ticket.number(), new Command.Claim(SHAO));
    desk.tickets.handle(
        ticket.number(),
        new Command.Pause(
            SHAO,
            PauseKind.PENDING_USER,
            "还需要修吗？",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

    desk.clock.set(local("2026-03-19T08:59"));
    desk.tickets.actOnDue(100);
    assertThat(status(ticket)).isEqualTo(Status.PENDING_USER);
    desk.clock.set(local("2026-03-19T09:00"));
    desk.tickets.actOnDue(100);

    assertThat(status(ticket)).isEqualTo(Status.RESOLVED);
  }

  @Test
  void the_place_decides_when_nobody_has_said_how_pressing_it_is() {
    var plain = desk.report(SUN, Priority.P3);
    var unsaid = withoutPriority(plain, Optional.empty());
    var critical =
        withoutPriority(
            plain, Optional.of(new org.apricotdesk.desk.staff.DepartmentId("main-jizhen")));

    assertThat(desk.tickets.open(unsaid).priority()).isEqualTo(Priority.P3);
    assertThat(desk.tickets.open(critical).priority()).isEqualTo(Priority.P3);
    var urgent =
        new NewTicket(
            critical.kind(),
            critical.title(),
            critical.description(),
            critical.category(),
            critical.department(),
            critical.campus(),
            critical.place(),
            critical.asset(),
            critical.requester(),
            critical.by(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(org.apricotdesk.desk.target.Urgency.HIGH),
            critical.source(),
            critical.chat(),
            List.of(),
            critical.evidence());
    assertThat(desk.tickets.open(urgent).priority()).isEqualTo(Priority.P2);
  }

  private static NewTicket withoutPriority(
      NewTicket t, Optional<org.apricotdesk.desk.staff.DepartmentId> department) {
    return new NewTicket(
        t.kind(),
        t.title(),
        t.description(),
        t.category(),
        department,
        t.campus(),
        t.place(),
        t.asset(),
        t.requester(),
        t.by(),
        Optional.empty(),
        t.impact(),
        t.urgency(),
        t.source(),
        t.chat(),
        t.attachments(),
        t.evidence());
  }

  private Status status(Ticket ticket) {
    return desk.tickets.find(ticket.number()).orElseThrow().status();
  }

  private static Instant local(String time) {
    return java.time.LocalDateTime.parse(time)
        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
        .toInstant();
  }
}
