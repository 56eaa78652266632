package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.ticket.CancelReason;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.PauseKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Six reports: one solved at once and liked, one reopened, one after a question to the reporter
/// and disliked, one nobody takes, one cancelled, one passed on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private DeskFixture desk;
  private Indicators indicators;
  private Period day;

  @BeforeAll
  void aMorning() {
    desk = new DeskFixture(db);
    var calendars = new Calendars(desk.database, ZoneId.of("Asia/Shanghai"));
    var zone = ZoneId.of("Asia/Shanghai");
    var events = new EventLog("desk");
    var incidents =
        new Incidents(
            desk.database, events, desk.tickets, desk.people, desk.catalogue, desk.clock, zone);
    var maintenance =
        new Maintenance(desk.database, events, desk.people, incidents.known(), desk.clock);
    indicators =
        new Indicators(desk.database, desk.access, calendars, desk.clock, zone)
            .counting(incidents, maintenance);
    day =
        new Period(
            DeskFixture.MONDAY_MORNING, DeskFixture.MONDAY_MORNING.plus(Duration.ofHours(12)));
    var liked = solved(SHAO);
    accepted(liked, new Command.Confirm(SUN));
    accepted(liked, new Command.Rate(SUN, 5, List.of(), ""));
    accepted(solved(SHAO), new Command.Reopen(SUN, "还是打不出来"));
    var asked = desk.wristband().number();
    accepted(asked, new Command.Claim(GONG));
    accepted(
        asked,
        new Command.Pause(
            GONG,
            PauseKind.PENDING_USER,
            "请问报什么错？",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    accepted(asked, new Command.Resolve(GONG, "重新校准纸张", Optional.empty(), Cause.HARDWARE));
    accepted(asked, new Command.Confirm(SUN));
    accepted(asked, new Command.Rate(SUN, 1, List.of(), ""));
    desk.wristband();
    accepted(desk.wristband().number(), new Command.Cancel(SUN, CancelReason.MISTAKEN, ""));
    accepted(desk.wristband().number(), new Command.Redirect(DeskFixture.YE, "医学装备科", "6601"));
    desk.clock.advance(Duration.ofHours(6));
  }

  @Test
  void what_nobody_took_is_late_and_what_was_cancelled_in_time_is_left_out() {
    var figure = figure(SHEN, Indicator.RESPONSE_TIMELY_RATE);
    assertThat(figure.numerator()).as("three taken, one redirected").isEqualTo(4);
    assertThat(figure.denominator()).isEqualTo(5);
    assertThat(figure.excluded()).containsEntry("cancelled", 1L);
  }

  @Test
  void what_was_cancelled_or_passed_on_stands_beside_the_tickets_received() {
    var received = figure(SHEN, Indicator.TICKET_COUNT);
    assertThat(received.value()).contains(new BigDecimal("4"));
    assertThat(received.excluded()).containsEntry("cancelled", 1L).containsEntry("redirected", 1L);
    assertThat(figure(SHEN, Indicator.CANCELLED_COUNT).value()).contains(BigDecimal.ONE);
    assertThat(figure(SHEN, Indicator.REDIRECTED_COUNT).value()).contains(BigDecimal.ONE);
    var heat = indicators.seenBy(person(SHEN)).flow(day).heat();
    assertThat(heat.values()).singleElement().satisfies(hours -> assertThat(hours[9]).isEqualTo(4));
  }

  @Test
  void a_question_to_the_reporter_is_no_first_contact_solution() {
    var figure = figure(SHEN, Indicator.FCR);
    assertThat(figure.value()).contains(new BigDecimal("50.00"));
    assertThat(figure.denominator()).isEqualTo(2);
  }

  @Test
  void one_of_three_came_back() {
    assertThat(figure(SHEN, Indicator.REOPEN_RATE).value()).contains(new BigDecimal("33.33"));
  }

  @Test
  void half_of_the_ratings_were_good() {
    assertThat(figure(SHEN, Indicator.CSAT_TICKET).value()).contains(new BigDecimal("50.00"));
  }

  @Test
  void an_engineer_answers_for_their_own_and_single_people_stay_hidden() {
    var mine =
        indicators.over(day, person(SHAO), Optional.of(Dimension.ENGINEER)).stream()
            .filter(shown -> shown.figure().indicator() == Indicator.CSAT_TICKET)
            .filter(shown -> shown.key().filter("gongweiming"::equals).isPresent())
            .toList();
    assertThat(mine).allMatch(Indicators.Shown::small);
    var directors =
        indicators.over(day, person(SHEN), Optional.of(Dimension.ENGINEER)).stream()
            .filter(shown -> shown.figure().indicator() == Indicator.CSAT_TICKET)
            .filter(shown -> shown.figure().value().isPresent())
            .toList();
    assertThat(mine).noneMatch(Indicators.Shown::isTold);
    assertThat(directors).allMatch(one -> one.small() && one.isTold());
    assertThat(directors).extracting(shown -> shown.key().orElseThrow()).contains("shaojiale");
  }

  @Test
  void a_nurse_sees_figures_of_her_own_reports_only() {
    var figure = figure(new PersonId("zhouqingshan"), Indicator.TICKET_COUNT);
    assertThat(figure.denominator()).isZero();
  }

  @Test
  void another_day_has_nothing_to_count() {
    var before =
        new Period(day.from().minus(Duration.ofDays(3)), day.from().minus(Duration.ofDays(2)));
    assertThat(indicators.over(before, person(SHEN), Optional.empty()))
        .filteredOn(shown -> shown.figure().indicator() == Indicator.RESOLUTION_TIMELY_RATE)
        .singleElement()
        .satisfies(shown -> assertThat(shown.figure().value()).isEmpty());
  }

  @Test
  void behind_each_number_stand_its_tickets_and_no_others() {
    for (var shown : indicators.over(day, person(SHEN), Optional.empty())) {
      var figure = shown.figure();
      if (!figure.indicator().isOfTickets()) continue;
      var behind = indicators.behind(figure.indicator(), day, person(SHEN), Long.MAX_VALUE, 200);
      assertThat(behind).as(figure.indicator().code()).hasSize((int) figure.denominator());
      if (figure.indicator().unit() == Indicator.Unit.PERCENT)
        assertThat(behind).filteredOn(Indicators.Behind::hit).hasSize((int) figure.numerator());
    }
  }

  @Test
  void the_rows_go_on_where_the_page_before_ended_and_nobody_sees_those_of_others() {
    var all = indicators.behind(Indicator.TICKET_COUNT, day, person(SHEN), Long.MAX_VALUE, 200);
    var second =
        indicators.behind(Indicator.TICKET_COUNT, day, person(SHEN), all.getFirst().number(), 2);
    assertThat(second).isEqualTo(all.subList(1, 3));
    var nurse = person(new PersonId("zhouqingshan"));
    assertThat(indicators.behind(Indicator.TICKET_COUNT, day, nurse, Long.MAX_VALUE, 9)).isEmpty();
  }

  @Test
  void figures_are_told_apart_by_system_and_by_hour() {
    var systems = indicators.over(day, person(SHEN), Optional.of(Dimension.SYSTEM));
    assertThat(systems)
        .filteredOn(shown -> shown.figure().indicator() == Indicator.TICKET_COUNT)
        .extracting(shown -> shown.key().orElseThrow())
        .containsOnly("printer");
    var hours = indicators.over(day, person(SHEN), Optional.of(Dimension.HOUR));
    assertThat(hours).extracting(shown -> shown.key().orElseThrow()).containsOnly("09");
  }

  @Test
  void every_dimension_adds_up_to_the_whole() {
    var whole = figure(SHEN, Indicator.TICKET_COUNT).numerator();
    for (var by : Dimension.values())
      assertThat(
              indicators.over(month(), person(SHEN), Optional.of(by)).stream()
                  .filter(shown -> shown.figure().indicator() == Indicator.TICKET_COUNT)
                  .mapToLong(shown -> shown.figure().numerator())
                  .sum())
          .as(by.code())
          .isEqualTo(whole);
  }

  /// A month is read from sums, a morning from the tickets themselves.
  @Test
  void sums_say_what_the_tickets_say() {
    var fromSums = indicators.over(month(), person(SHEN), Optional.empty());
    var fromTickets = indicators.over(day, person(SHEN), Optional.empty());
    for (var shown : fromTickets) {
      var figure = shown.figure();
      if (!figure.indicator().isOfTickets()) continue;
      var length = figure.indicator() == Indicator.SYSTEM_FAILURE_RATE;
      assertThat(fromSums)
          .as(figure.indicator().code())
          .anyMatch(
              other ->
                  other.figure().indicator() == figure.indicator()
                      && other.figure().denominator() == figure.denominator()
                      && (length || other.figure().equals(figure)));
    }
    assertThat(indicators.seenBy(person(SHEN)).flow(month()).heat())
        .usingRecursiveComparison()
        .isEqualTo(indicators.seenBy(person(SHEN)).flow(day).heat());
    assertThat(indicators.seenBy(person(SHEN)).flow(month()).solved(false))
        .isEqualTo(indicators.seenBy(person(SHEN)).flow(day).solved(false));
  }

  @Test
  void leads_and_dispatchers_get_from_sums_what_their_tickets_say_too() {
    for (var viewer : List.of(SHAO, DeskFixture.JIANG, DeskFixture.YE, SUN))
      for (var by : Dimension.values()) {
        var month = indicators.seenBy(person(viewer)).compared(month(), by);
        for (var shown : indicators.seenBy(person(viewer)).compared(day, by))
          if (shown.figure().indicator().isOfTickets()
              && shown.figure().indicator().unit() == Indicator.Unit.PERCENT)
            assertThat(month).as(viewer + " by " + by).contains(shown);
      }
    for (var viewer : List.of(SHAO, DeskFixture.JIANG, DeskFixture.YE, SUN))
      assertThat(figures(month(), viewer)).as("" + viewer).isEqualTo(figures(day, viewer));
  }

  @Test
  void a_dispatcher_of_all_campuses_gets_the_directors_figures_and_not_what_few_said() {
    for (var period : List.of(day, month()))
      for (var by : Dimension.values()) {
        var directors = indicators.over(period, person(SHEN), Optional.of(by));
        var dispatchers = indicators.over(period, person(DeskFixture.YE), Optional.of(by));
        assertThat(dispatchers)
            .extracting(Indicators.Shown::key, Indicators.Shown::figure)
            .isEqualTo(told(directors));
        assertThat(dispatchers.stream().anyMatch(Indicators.Shown::small)).as(by.code()).isTrue();
        assertThat(dispatchers).noneMatch(Indicators.Shown::counted);
        assertThat(directors).allMatch(Indicators.Shown::isTold);
      }
    assertThat(indicators.over(month(), person(DeskFixture.YE), Optional.empty()))
        .extracting(Indicators.Shown::key, Indicators.Shown::figure)
        .isEqualTo(told(indicators.over(month(), person(SHEN), Optional.empty())));
    assertThat(indicators.seenBy(person(DeskFixture.YE)).flow(month()).waiting())
        .isEqualTo(indicators.seenBy(person(SHEN)).flow(month()).waiting());
  }

  @Test
  void a_dispatcher_of_another_campus_gets_none_of_it() {
    var ye = person(DeskFixture.YE);
    var elsewhere =
        new Person(
            ye.id(),
            ye.name(),
            ye.department(),
            ye.campus(),
            ye.roles(),
            ye.team(),
            ye.squad(),
            ye.speciality(),
            ye.skills(),
            ye.tier(),
            ye.systems(),
            Set.of(new CampusId("river")),
            ye.phone(),
            ye.active());
    assertThat(indicators.over(month(), elsewhere, Optional.empty()))
        .filteredOn(shown -> shown.figure().indicator() == Indicator.TICKET_COUNT)
        .singleElement()
        .satisfies(shown -> assertThat(shown.figure().denominator()).isZero());
    assertThat(indicators.behind(Indicator.TICKET_COUNT, month(), elsewhere, Long.MAX_VALUE, 9))
        .isEmpty();
  }

  private static List<Tuple> told(List<Indicators.Shown> all) {
    return all.stream().map(shown -> Tuple.tuple(shown.key(), shown.figure())).toList();
  }

  private List<Figure> figures(Period period, PersonId viewer) {
    return indicators.over(period, person(viewer), Optional.empty()).stream()
        .map(Indicators.Shown::figure)
        .filter(figure -> figure.indicator().isOfTickets())
        .filter(figure -> figure.indicator() != Indicator.SYSTEM_FAILURE_RATE)
        .toList();
  }

  private static Period month() {
    return new Period(
        java.time.Instant.parse("2026-02-28T16:00:00Z"),
        java.time.Instant.parse("2026-03-31T16:00:00Z"));
  }

  private TicketNumber solved(PersonId by) {
    var number = desk.wristband().number();
    accepted(number, new Command.Claim(by));
    accepted(number, new Command.Resolve(by, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    return number;
  }

  private void accepted(TicketNumber number, Command command) {
    assertThat(desk.tickets.handle(number, command)).isInstanceOf(Decision.Accepted.class);
  }

  private Person person(PersonId id) {
    return desk.people.orStranger(id, id.value());
  }

  private Figure figure(PersonId viewer, Indicator indicator) {
    return indicators.over(day, person(viewer), Optional.empty()).stream()
        .map(Indicators.Shown::figure)
        .filter(figure -> figure.indicator() == indicator)
        .findFirst()
        .orElseThrow();
  }
}
