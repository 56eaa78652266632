package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.TicketEvent.What;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhatTheDeskDoesByItselfTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;

  @BeforeAll
  static void openTheDesk() {
    desk = new DeskFixture(db);
  }

  @Test
  void unclaimed_work_climbs_from_person_to_pair_to_group_to_lead() {
    var number = desk.tickets.open(desk.report(SUN, Priority.P2)).number();

    assertThat(rungs(number)).containsExactly("person");
    later(Duration.ofMinutes(2));
    assertThat(rungs(number)).containsExactly("person", "pair");
    later(Duration.ofMinutes(2));
    assertThat(rungs(number)).containsExactly("person", "pair", "group");
    later(Duration.ofMinutes(3));
    assertThat(rungs(number)).containsExactly("person", "pair", "group", "lead");
    assertThat(asked(number).getLast()).containsExactly(JIANG);
  }

  @Test
  void a_p1_goes_to_everybody_and_the_lead_at_once_then_to_the_director() {
    var number = desk.tickets.open(desk.report(SUN, Priority.P1)).number();

    assertThat(rungs(number)).containsExactly("everybody");
    assertThat(asked(number).getFirst()).contains(SHAO, JIANG);
    later(Duration.ofMinutes(10));
    later(Duration.ZERO);
    assertThat(rungs(number)).containsExactly("everybody", "manager", "director");
    assertThat(asked(number).getLast()).containsExactly(SHEN);
  }

  @Test
  void once_claimed_nobody_else_is_asked() {
    var number = desk.tickets.open(desk.report(SUN, Priority.P2)).number();
    desk.tickets.handle(number, new Command.Claim(SHAO));

    later(Duration.ofHours(1));

    assertThat(rungs(number)).containsExactly("person");
  }

  @Test
  void what_somebody_leaves_lying_goes_back_to_the_pool() {
    var number = desk.wristband().number();
    desk.tickets.handle(number, new Command.Assign(YE, SHAO));

    later(Duration.ofMinutes(30));

    assertThat(types(number)).contains("claim_timeout");
    assertThat(now(number).status()).isEqualTo(Status.NEW);
    assertThat(now(number).assignee()).isEmpty();
  }

  @Test
  void given_back_twice_the_lead_decides() {
    var number = desk.wristband().number();
    for (var i = 0; i < 2; i++) {
      desk.tickets.handle(number, new Command.Claim(SHAO));
      desk.tickets.handle(number, new Command.Release(SHAO, "人在手术室"));
    }

    assertThat(asked(number).getLast()).containsExactly(JIANG);
  }

  @Test
  void agreed_work_is_taken_up_again_at_its_time() {
    var number = desk.wristband().number();
    desk.tickets.handle(number, new Command.Claim(SHAO));
    var time = desk.clock.instant().plus(Duration.ofHours(5));
    desk.tickets.handle(
        number,
        new Command.Pause(
            SHAO,
            PauseKind.SCHEDULED,
            "下午交班后更换",
            Optional.empty(),
            Optional.empty(),
            Optional.of(time)));

    later(Duration.ofHours(5));

    assertThat(now(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void a_resolved_ticket_closes_after_seventy_two_hours_without_objection() {
    var number = desk.wristband().number();
    desk.tickets.handle(number, new Command.Claim(SHAO));
    desk.tickets.handle(
        number, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));

    later(Duration.ofDays(3).minusSeconds(1));
    assertThat(now(number).status()).isEqualTo(Status.RESOLVED);
    later(Duration.ofSeconds(1));

    assertThat(now(number).status()).isEqualTo(Status.CLOSED);
    assertThat(types(number)).endsWith("auto_closed");
  }

  @Test
  void an_engineer_who_leaves_gives_back_what_they_had() {
    var mo = new PersonId("gongweiming");
    var number = desk.wristband().number();
    desk.tickets.handle(number, new Command.Claim(mo));

    desk.tickets.leave(mo);

    assertThat(now(number).status()).isEqualTo(Status.NEW);
    assertThat(types(number)).contains("owner_disabled");
  }

  private static void later(Duration time) {
    desk.clock.advance(time);
    while (desk.tickets.actOnDue(100) > 0) {
      // until nothing is due
    }
  }

  private static Ticket now(TicketNumber number) {
    return desk.tickets.find(number).orElseThrow();
  }

  private static List<String> types(TicketNumber number) {
    return desk.tickets.history(desk.database.pool(), number).stream()
        .map(event -> event.what().type())
        .toList();
  }

  private static List<What.Escalated> escalations(TicketNumber number) {
    return desk.tickets.history(desk.database.pool(), number).stream()
        .map(TicketEvent::what)
        .filter(What.Escalated.class::isInstance)
        .map(What.Escalated.class::cast)
        .toList();
  }

  private static List<String> rungs(TicketNumber number) {
    return escalations(number).stream().map(What.Escalated::rung).toList();
  }

  private static List<List<PersonId>> asked(TicketNumber number) {
    return escalations(number).stream().map(What.Escalated::to).toList();
  }
}
