package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What was promised for a ticket stays promised, whatever the desk promises later.
class VersionsOfTargetsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String QUICKER =
      """
      {"goals": {"P1": {"response": 5, "handsOn": 10, "update": 15, "restore": 60},
                 "P2": {"response": 10, "handsOn": 30, "update": 60, "restore": 240},
                 "P3": {"response": 20, "restore": 300},
                 "P4": {"response": 240, "restore": 2400}},
       "special": [{"category": "printer", "place": "main", "priority": "P3",
                    "response": 15, "restore": 120},
                   {"category": "printer", "place": "critical", "priority": "P3",
                    "response": 5, "restore": 60}]}
      """;

  private DeskFixture desk;

  @BeforeEach
  void theDesk() {
    db.database().pool().query("DELETE FROM desk.target_policy").execute().await();
    db.database()
        .pool()
        .query("UPDATE desk.revision SET value = value + 1 WHERE name = 'targets'")
        .execute()
        .await();
    desk = new DeskFixture(db);
  }

  @Test
  void old_tickets_keep_what_was_promised_and_new_ones_get_the_new_version() {
    var before = desk.wristband();
    assertThat(load(QUICKER).stored()).isTrue();
    var today = desk.wristband();
    desk.clock.advance(Duration.ofDays(1));
    var tomorrow = desk.wristband();

    assertThat(snapshot(before.number(), "resolutionSeconds")).isEqualTo(480 * 60L);
    assertThat(snapshot(today.number(), "policy")).isEqualTo(1);
    assertThat(snapshot(tomorrow.number(), "policy")).isEqualTo(2);
    assertThat(snapshot(tomorrow.number(), "resolutionSeconds")).isEqualTo(120 * 60L);
    for (var number : new TicketNumber[] {before.number(), today.number(), tomorrow.number()})
      assertThat(desk.tickets.isTrue(number)).isTrue();
  }

  @Test
  void what_is_promised_for_a_kind_of_work_in_a_place_goes_before_the_rest() {
    var targets = TargetsFile.read(QUICKER, 2).targets().orElseThrow();
    assertThat(restore(targets, "his.login.slow", "main", false)).isEqualTo(300);
    assertThat(restore(targets, "printer.laser.jam", "main", false)).isEqualTo(120);
    assertThat(restore(targets, "printer.laser.jam", "east", false)).isEqualTo(300);
    assertThat(restore(targets, "printer.laser.jam", "east", true)).isEqualTo(60);
    assertThat(restore(targets, "printers.laser.jam", "main", true)).isEqualTo(300);
  }

  @Test
  void a_request_is_due_by_the_version_of_the_day_it_was_made() {
    var software = "workstation.pc.software";
    var quick = ",\n \"requests\": {\"workstation\": 240, \"workstation.pc.software\": 120}}";
    var before = desk.tickets.open(request(software)).number();
    assertThat(load(QUICKER.strip().replaceFirst("\\}$", quick)).stored()).isTrue();
    desk.clock.advance(Duration.ofDays(1));
    var after = desk.tickets.open(request(software)).number();
    var moved = desk.tickets.open(request("workstation.move.install")).number();
    var account = desk.tickets.open(request("account.lifecycle.onboard")).number();

    assertThat(snapshot(before, "resolutionSeconds")).isEqualTo(480 * 60L);
    assertThat(snapshot(after, "resolutionSeconds")).isEqualTo(120 * 60L);
    assertThat(snapshot(moved, "resolutionSeconds")).as("by what is above it").isEqualTo(240 * 60L);
    assertThat(snapshot(account, "resolutionSeconds")).as("by its priority").isEqualTo(2400 * 60L);
    var tried = desk.tickets.measured(before, desk.policies.all().getLast().targets());
    assertThat(tried.terms().goal().restore()).isEqualTo(Duration.ofHours(2));
    for (var number : new TicketNumber[] {before, after, moved, account})
      assertThat(desk.tickets.isTrue(number)).isTrue();
  }

  private NewTicket request(String category) {
    var fault = desk.report(DeskFixture.SUN, Priority.P4);
    return new NewTicket(
        TicketKind.REQUEST,
        "请装办公软件",
        "骨一医生办新来的电脑没有办公软件",
        Optional.of(DeskFixture.category(category)),
        fault.department(),
        fault.campus(),
        fault.place(),
        fault.asset(),
        fault.requester(),
        fault.by(),
        fault.priority(),
        fault.impact(),
        fault.urgency(),
        fault.source(),
        fault.chat(),
        fault.attachments(),
        fault.evidence());
  }

  @Test
  void a_past_ticket_can_be_measured_by_what_is_not_promised_yet() {
    var number = desk.wristband().number();
    desk.clock.advance(Duration.ofMinutes(25));
    var then = TargetsFile.read(QUICKER, 2).targets().orElseThrow();
    var tried = desk.tickets.measured(number, then).response().promise();
    assertThat(tried.met()).contains(false);
    assertThat(desk.tickets.measured(desk.database.pool(), number).response().promise().met())
        .isEmpty();
  }

  @Test
  void a_version_cannot_begin_in_the_past() {
    var targets = TargetsFile.read(QUICKER, 2).targets().orElseThrow();
    var yesterday = desk.clock.instant().minus(Duration.ofDays(1));
    assertThatThrownBy(() -> publish(targets, yesterday)).hasMessageContaining("is over");
    assertThat(load(QUICKER.replaceFirst("\\{", "{\"from\": \"2026-03-16\",")).refused())
        .extracting(ImportReport.Problem::where)
        .containsExactly("from");
    assertThat(desk.policies.all()).hasSize(1);
  }

  @Test
  void a_file_with_mistakes_is_refused_with_all_of_them() {
    var wrong =
        QUICKER
            .replace("\"restore\": 2400", "\"restore\": 60")
            .replace("\"response\": 20", "\"response\": \"soon\"")
            .replace("\"place\": \"main\", \"priority\": \"P3\"", "\"priority\": \"P5\"")
            .replace("\"update\": 15", "\"upgrade\": 15")
            .replace("\"special\"", "\"requests\": {\"his\": 0}, \"special\"");
    assertThat(load(wrong).refused())
        .extracting(ImportReport.Problem::where)
        .contains("goals.P1", "goals.P3", "goals.P4", "special[0]", "requests.his");
    assertThat(load("[]").refused()).hasSize(1);
  }

  @Test
  void what_is_promised_for_something_the_hospital_does_not_have_is_refused_by_name() {
    var wrong =
        QUICKER
            .replace("\"place\": \"main\"", "\"place\": \"moon\"")
            .replace("\"special\"", "\"requests\": {\"no.such.thing\": 60}, \"special\"");

    assertThat(load(wrong).refused())
        .extracting(ImportReport.Problem::where)
        .containsExactly("printer moon", "no.such.thing");
    assertThat(desk.policies.all()).hasSize(1);
  }

  @Test
  void written_and_read_again_they_are_the_same_and_loading_them_twice_changes_nothing() {
    var targets = TargetsFile.read(QUICKER, 2).targets().orElseThrow();
    assertThat(TargetsFile.read(TargetsFile.write(targets).encode(), 2).targets())
        .contains(targets);
    load(QUICKER);
    assertThat(load(QUICKER).kinds()).containsEntry("targets", new ImportReport.Tally(0, 0, 1));
  }

  private static long restore(Targets targets, String category, String campus, boolean critical) {
    return targets.of(category, campus, critical).goal(Priority.P3).restore().toMinutes();
  }

  private void publish(Targets targets, Instant from) {
    desk.database.inTransaction(tx -> desk.policies.publish(tx, targets, from, SHEN.value()));
  }

  private long snapshot(TicketNumber number, String field) {
    var query = "SELECT sla_snapshot FROM desk.ticket WHERE number = " + number.value();
    var rows = desk.database.pool().query(query).execute().await();
    return rows.iterator().next().getJsonObject("sla_snapshot").getLong(field);
  }

  private ImportReport load(String json) {
    var known = new Known(desk.catalogue::holds, desk.people::hasCampus);
    return new TargetsImport(desk.database, desk.policies, known, desk.clock, ZONE).load(json);
  }
}
