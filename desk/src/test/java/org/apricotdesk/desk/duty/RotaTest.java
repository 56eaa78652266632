package org.apricotdesk.desk.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RotaTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;
  private static List<Shift> march;

  @BeforeAll
  static void draftMarch() {
    desk = new DeskFixture(db);
    march =
        new Rota(
                desk.people.page("", 1000),
                ShiftKind.in(SampleHospital.calendar()),
                SHANGHAI,
                day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .between(FIRST, FIRST.plusMonths(1));
  }

  @Test
  void at_every_hour_somebody_is_on_site_at_the_main_campus() {
    var end = FIRST.plusMonths(1).atStartOfDay(SHANGHAI).toInstant();
    for (var hour = FIRST.atTime(8, 0).atZone(SHANGHAI).toInstant();
        hour.isBefore(end);
        hour = hour.plusSeconds(3600)) {
      var moment = hour;
      assertThat(march)
          .as("first line at %s", moment)
          .anyMatch(
              shift ->
                  shift.line() == Line.FIRST
                      && shift.campus().value().equals("main")
                      && shift.covers(moment));
    }
  }

  @Test
  void nobody_has_two_nights_in_a_row_or_works_the_day_after_one() {
    var nights = march.stream().filter(shift -> shift.name().equals("night")).toList();
    assertThat(nights).hasSize(31);
    for (var night : nights)
      assertThat(march)
          .filteredOn(shift -> shift.person().equals(night.person()) && shift.line() == Line.FIRST)
          .noneMatch(
              shift ->
                  !shift.equals(night)
                      && !shift.start().isBefore(night.start())
                      && shift.start().isBefore(night.end().plusSeconds(3600 * 6)));
  }

  @Test
  void the_roster_can_be_published_and_asked() {
    var from = FIRST.atStartOfDay(SHANGHAI).toInstant();
    var to = FIRST.plusMonths(1).atStartOfDay(SHANGHAI).toInstant();

    assertThat(desk.duty.publish(from, to, march)).isEmpty();
    assertThat(desk.duty.publish(from, to, march)).as("again, in its own place").isEmpty();

    var noon = LocalDate.of(2026, 3, 16).atTime(12, 0).atZone(SHANGHAI).toInstant();
    assertThat(desk.duty.on(desk.database.pool(), noon)).isNotEmpty();
  }

  @Test
  void somebody_in_two_places_at_once_is_told_and_nothing_is_stored() {
    var one = march.getFirst();
    var other =
        new Shift(
            one.person(),
            "extra",
            Line.FIRST,
            one.campus(),
            one.start().plusSeconds(60),
            one.end().plusSeconds(60));

    assertThat(desk.duty.publish(one.start(), one.end(), List.of(one, other))).hasSize(1);
  }

  @Test
  void new_work_is_offered_to_somebody_on_shift() {
    var from = FIRST.atStartOfDay(SHANGHAI).toInstant();
    var to = FIRST.plusMonths(1).atStartOfDay(SHANGHAI).toInstant();
    desk.duty.publish(from, to, march);
    desk.clock.set(LocalDate.of(2026, 3, 16).atTime(2, 0).atZone(SHANGHAI).toInstant());
    var onShift =
        desk.duty.on(desk.database.pool(), desk.clock.instant()).stream()
            .filter(shift -> shift.line() == Line.FIRST)
            .map(Shift::person)
            .toList();

    var ticket = desk.wristband();

    var asked =
        desk.tickets.history(desk.database.pool(), ticket.number()).stream()
            .map(event -> event.what())
            .filter(org.apricotdesk.desk.ticket.TicketEvent.What.Escalated.class::isInstance)
            .map(org.apricotdesk.desk.ticket.TicketEvent.What.Escalated.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(asked.to()).isNotEmpty();
    assertThat(onShift).containsAll(List.<PersonId>copyOf(asked.to()));
  }
}
