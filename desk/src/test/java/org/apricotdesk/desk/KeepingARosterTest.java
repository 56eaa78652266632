package org.apricotdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.duty.Line;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.TicketEvent.What.Escalated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeepingARosterTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture fixture;
  private static Desk desk;
  private static AdjustableClock clock;

  @BeforeAll
  static void open() {
    fixture = new DeskFixture(db);
    clock = fixture.clock;
    desk = SampleDesk.open(db, clock);
  }

  @Test
  void a_running_desk_has_somebody_on_duty_every_hour_of_the_coming_two_weeks() {
    at(MONDAY, 9);
    desk.importCalendar(SampleHospital.calendar());
    try (var running = SampleDesk.open(db, clock).start()) {
      var last = MONDAY.plusDays(14).atTime(23, 0).atZone(SHANGHAI).toInstant();
      await(() -> onSite(running, last));
      for (var hour = clock.instant(); hour.isBefore(last); hour = hour.plusSeconds(3600))
        assertThat(onSite(running, hour)).as("somebody at %s", hour).isTrue();

      clock.advance(Duration.ofDays(5));
      await(() -> onSite(running, last.plus(Duration.ofDays(5))));
    }
  }

  @Test
  void only_people_on_shift_are_asked_even_for_the_most_pressing_work() {
    desk.importCalendar(SampleHospital.calendar());
    desk.draftRoster(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 4, 30));
    at(LocalDate.of(2026, 4, 22), 23);
    var onShift =
        desk.duty().on(db.database().pool(), clock.instant()).stream()
            .filter(shift -> shift.line() == Line.FIRST)
            .map(Shift::person)
            .collect(Collectors.toSet());
    assertThat(onShift).as("the night has few").isNotEmpty().hasSizeLessThan(4);

    for (var priority : List.of(Priority.P1, Priority.P2, Priority.P3)) {
      var ticket = fixture.tickets.open(fixture.report(DeskFixture.SUN, priority));
      var first =
          fixture.tickets.history(db.database().pool(), ticket.number()).stream()
              .flatMap(
                  event -> event.what() instanceof Escalated asked ? asked.to().stream() : null)
              .filter(one -> !leads(one))
              .toList();
      assertThat(first).as("asked for %s", priority).isNotEmpty().isSubsetOf(onShift);
    }
  }

  @Test
  void a_day_that_somebody_planned_stays_as_it_is_and_its_neighbours_go_round_it() {
    desk.importCalendar(SampleHospital.calendar());
    var day = LocalDate.of(2026, 5, 20);
    var from = day.atTime(20, 0).atZone(SHANGHAI).toInstant();
    var long_night =
        new Shift(
            DeskFixture.SHAO,
            "extra",
            Line.FIRST,
            desk.people().campuses().getFirst().id(),
            from,
            from.plus(Duration.ofHours(20)));
    desk.duty().publish(from, from.plusSeconds(1), List.of(long_night));

    assertThat(desk.draftRoster(day.minusDays(3), day.plusDays(4))).isEqualTo(6);
    assertThat(desk.draftRoster(day.minusDays(3), day.plusDays(4))).isZero();

    assertThat(desk.duty().between(from, from.plus(Duration.ofHours(20))))
        .filteredOn(shift -> shift.person().equals(DeskFixture.SHAO))
        .containsExactly(long_night);
    assertThat(desk.duty().between(at(day, 12), at(day, 13)))
        .filteredOn(shift -> shift.start().atZone(SHANGHAI).toLocalDate().equals(day))
        .isEmpty();
  }

  private static boolean leads(PersonId person) {
    return desk.people().teams().stream()
        .anyMatch(team -> team.lead().filter(person::equals).isPresent());
  }

  private static boolean onSite(Desk desk, Instant moment) {
    return desk.duty().on(db.database().pool(), moment).stream()
        .anyMatch(shift -> shift.line() == Line.FIRST);
  }

  private static Instant at(LocalDate day, int hour) {
    clock.set(day.atTime(hour, 0).atZone(SHANGHAI).toInstant());
    return clock.instant();
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("nobody is on duty");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
