package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.PauseKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// By when a vendor has to come who named no time; all of them are called on a Friday at 16:30.
class VendorsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final CategoryCode SCREEN = DeskFixture.category("workstation.pc.display");
  private static final Instant FRIDAY = Instant.parse("2026-03-20T08:30:00Z");
  private static final Instant MONDAY = Instant.parse("2026-03-23T00:00:00Z");
  private DeskFixture desk;

  @BeforeEach
  void theDesk() {
    db.database().pool().query("TRUNCATE desk.ticket, desk.event CASCADE").execute().await();
    desk = new DeskFixture(db);
  }

  @Test
  void for_usual_work_the_next_working_day_is_in_time_to_its_end() {
    called(Priority.P3, MONDAY.plus(Duration.ofMinutes(570)));
    called(Priority.P4, MONDAY.plus(Duration.ofMinutes(571)));
    assertThat(punctual()).extracting(Figure::numerator, Figure::denominator).contains(1L, 2L);
  }

  /// An hour is left of the Friday, three are counted on Monday.
  @Test
  void for_urgent_work_in_office_hours_four_of_these_hours_count() {
    called(SCREEN, Priority.P2, MONDAY.plus(Duration.ofHours(3)));
    called(SCREEN, Priority.P2, MONDAY.plus(Duration.ofMinutes(181)));
    assertThat(punctual()).extracting(Figure::numerator, Figure::denominator).contains(1L, 2L);
  }

  @Test
  void where_urgent_work_is_done_day_and_night_four_hours_are_four_hours() {
    called(Priority.P2, FRIDAY.plus(Duration.ofHours(4)));
    called(Priority.P2, FRIDAY.plus(Duration.ofMinutes(241)));
    assertThat(punctual()).extracting(Figure::numerator, Figure::denominator).contains(1L, 2L);
  }

  @Test
  void for_the_most_urgent_work_two_hours_count_day_and_night() {
    called(Priority.P1, FRIDAY.plus(Duration.ofHours(2)));
    called(Priority.P1, FRIDAY.plus(Duration.ofMinutes(121)));
    assertThat(punctual()).extracting(Figure::numerator, Figure::denominator).contains(1L, 2L);
  }

  private void called(Priority priority, Instant came) {
    called(DeskFixture.WRISTBAND, priority, came);
  }

  private void called(CategoryCode category, Priority priority, Instant came) {
    desk.clock.set(FRIDAY);
    var number = desk.tickets.open(desk.report(SUN, priority)).number();
    if (!category.equals(DeskFixture.WRISTBAND))
      accepted(desk.tickets.handle(number, new Command.ChangeCategory(DeskFixture.YE, category)));
    accepted(desk.tickets.handle(number, new Command.Claim(GONG)));
    accepted(
        desk.tickets.handle(
            number,
            new Command.Pause(
                GONG,
                PauseKind.PENDING_VENDOR,
                "主板要返修",
                Optional.of("东软"),
                Optional.empty(),
                Optional.empty())));
    desk.clock.set(came);
    accepted(desk.tickets.handle(number, new Command.Resume(GONG)));
  }

  private static void accepted(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
  }

  private Figure punctual() {
    desk.clock.set(MONDAY.plus(Duration.ofDays(2)));
    var indicators = new Indicators(desk.database, desk.access, desk.calendars, desk.clock, ZONE);
    indicators.rebuild();
    var week = new Period(FRIDAY.minus(Duration.ofDays(1)), MONDAY.plus(Duration.ofDays(2)));
    return indicators.over(week, desk.people.find(SHEN).orElseThrow(), Optional.empty()).stream()
        .map(Indicators.Shown::figure)
        .filter(one -> one.indicator() == Indicator.VENDOR_PUNCTUALITY)
        .findFirst()
        .orElseThrow();
  }
}
