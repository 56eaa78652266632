package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.brief.Briefs;
import org.apricotdesk.desk.brief.Days;
import org.apricotdesk.desk.brief.Kind;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.indicator.Indicators.Shown;
import org.apricotdesk.desk.maintenance.Answer.Done;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.maintenance.Plan;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.target.Calendars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// April, with the hospital's HIS down for forty minutes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UptimeTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Days APRIL = Days.month(LocalDate.of(2026, 4, 1));

  private DeskFixture desk;
  private Incidents incidents;
  private Maintenance maintenance;
  private Indicators indicators;
  private Suggestions suggestions;

  @BeforeAll
  void anOutage() {
    desk = new DeskFixture(db);
    var events = new EventLog("desk");
    incidents =
        new Incidents(
            desk.database, events, desk.tickets, desk.people, desk.catalogue, desk.clock, ZONE);
    suggestions = new Suggestions(desk.database, events, desk.people, desk.clock, ZONE);
    var calendars = new Calendars(desk.database, ZONE);
    maintenance =
        new Maintenance(desk.database, events, desk.people, incidents.known(), desk.clock);
    indicators =
        new Indicators(desk.database, desk.access, calendars, desk.clock, ZONE)
            .counting(incidents, maintenance);
    down("2026-04-10T01:00:00Z", Level.A, "his", Duration.ofMinutes(40));
    desk.clock.set(Instant.parse("2026-05-06T01:00:00Z"));
  }

  private void down(String from, Level level, String system, Duration time) {
    desk.clock.set(Instant.parse(from));
    var declared =
        incidents.declare(
            new Wish.Declare(
                SHEN,
                level,
                "HIS 全院登录不上",
                Set.of(system),
                Area.hospital(),
                "登录超时",
                "正在重启",
                "先用手工单",
                Optional.empty(),
                Optional.empty()));
    desk.clock.advance(time);
    var number = ((Answer.Done) declared).incident().number();
    assertThat(incidents.handle(number, new Wish.Restore(SHEN, "系统已恢复", "请补录手工单")))
        .isInstanceOf(Answer.Done.class);
  }

  /// No more than two of level B a month, none of level A; domain §16.3.
  @Test
  void incidents_are_judged_by_the_month_and_by_their_level() {
    for (var day : List.of("03", "05", "09"))
      down("2025-11-" + day + "T01:00:00Z", Level.B, "oa", Duration.ofMinutes(20));
    desk.clock.set(Instant.parse("2026-05-06T01:00:00Z"));
    var november = LocalDate.of(2025, 11, 1);

    assertThat(light(november, november.plusMonths(1))).contains(Light.RED);
    assertThat(light(november.minusMonths(1), november.plusMonths(2))).contains(Light.GREEN);
    assertThat(light(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1))).contains(Light.RED);
    assertThat(light(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))).contains(Light.RED);
  }

  private Optional<Light> light(LocalDate first, LocalDate end) {
    var period =
        new Period(first.atStartOfDay(ZONE).toInstant(), end.atStartOfDay(ZONE).toInstant());
    return indicators.ofHospital(period, Optional.empty()).stream()
        .map(Shown::figure)
        .filter(figure -> figure.indicator() == Indicator.MAJOR_INCIDENT_COUNT)
        .findFirst()
        .flatMap(Figure::light);
  }

  @Test
  void forty_minutes_of_thirty_days_are_99_91_per_cent() {
    var systems = over(Optional.of(Dimension.SYSTEM));
    assertThat(systems)
        .filteredOn(shown -> shown.key().filter("his"::equals).isPresent())
        .filteredOn(shown -> shown.figure().indicator() == Indicator.AVAILABILITY)
        .singleElement()
        .satisfies(s -> assertThat(s.figure().value()).contains(new BigDecimal("99.91")));
    assertThat(systems)
        .filteredOn(shown -> shown.key().filter("lis"::equals).isPresent())
        .filteredOn(shown -> shown.figure().indicator() == Indicator.AVAILABILITY)
        .singleElement()
        .satisfies(s -> assertThat(s.figure().value()).contains(new BigDecimal("100.00")));
  }

  @Test
  void what_was_announced_a_day_ahead_costs_nothing_and_what_runs_over_or_comes_late_does() {
    var night = Instant.parse("2026-03-18T17:00:00Z");
    desk.clock.set(night.minus(Duration.ofHours(26)));
    var upgrade = announced("pacs", night, Duration.ofHours(2));
    desk.clock.set(night.plus(Duration.ofMinutes(140)));
    assertThat(maintenance.end(person(SHEN), upgrade)).isInstanceOf(Done.class);
    desk.clock.set(night.minus(Duration.ofHours(3)));
    var hasty = announced("lis", night, Duration.ofHours(1));
    desk.clock.set(night.plus(Duration.ofHours(1)));
    assertThat(maintenance.end(person(SHEN), hasty)).isInstanceOf(Done.class);
    desk.clock.set(Instant.parse("2026-05-06T01:00:00Z"));

    var march =
        new Period(Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-03-31T16:00:00Z"));
    var systems = indicators.ofHospital(march, Optional.of(Dimension.SYSTEM));

    // 44,640 minutes: (44,520 - 20) / 44,520 and (44,640 - 60) / 44,640
    assertThat(availability(systems, "pacs")).contains(new BigDecimal("99.96"));
    assertThat(availability(systems, "lis")).contains(new BigDecimal("99.87"));
  }

  private long announced(String system, Instant from, Duration time) {
    var plan = new Plan("升级", Set.of(system), Area.hospital(), from, from.plus(time), "先用纸质单");
    var work = ((Done) maintenance.request(person(YE), plan)).work();
    assertThat(maintenance.approve(person(SHEN), work.number())).isInstanceOf(Done.class);
    return work.number();
  }

  private Person person(PersonId id) {
    return desk.people.find(id).orElseThrow();
  }

  private static Optional<BigDecimal> availability(List<Shown> systems, String system) {
    return systems.stream()
        .filter(shown -> shown.key().filter(system::equals).isPresent())
        .filter(shown -> shown.figure().indicator() == Indicator.AVAILABILITY)
        .findFirst()
        .flatMap(shown -> shown.figure().value());
  }

  @Test
  void the_core_systems_are_weighed_and_the_incident_is_counted() {
    assertThat(value(Indicator.CORE_AVAILABILITY)).contains(new BigDecimal("99.97"));
    assertThat(value(Indicator.MAJOR_INCIDENT_COUNT)).contains(BigDecimal.ONE);
  }

  @Test
  void the_brief_opens_with_the_incident() {
    var briefs =
        new Briefs(
            desk.database,
            new EventLog("desk"),
            indicators,
            incidents,
            suggestions,
            rounds(),
            desk.people,
            desk.catalogue,
            _ -> true,
            desk.clock,
            Locale.SIMPLIFIED_CHINESE,
            ZONE);
    assertThat(briefs.draft(Kind.MONTHLY, APRIL, YE).body())
        .startsWith("## 本期要点\n\n- 重大事件（一级，全院或整个院区的核心业务中断）：HIS 全院登录不上，历时 40 分钟。")
        .contains("## 系统运行", "- 核心系统里可用率最低的是医院信息系统HIS：99.91%。")
        .contains("| 核心系统综合可用率 | 99.97% | ≥99.9% |");
  }

  private Optional<BigDecimal> value(Indicator indicator) {
    return over(Optional.empty()).stream()
        .map(Shown::figure)
        .filter(figure -> figure.indicator() == indicator)
        .findFirst()
        .flatMap(Figure::value);
  }

  private Rounds rounds() {
    return new Rounds(
        desk.database,
        new EventLog("desk"),
        desk.people,
        desk.tickets,
        suggestions,
        _ -> true,
        desk.clock,
        ZONE);
  }

  private List<Shown> over(Optional<Dimension> by) {
    var viewer = desk.people.find(SHEN).orElseThrow();
    var from = APRIL.first().atStartOfDay(ZONE).toInstant();
    return indicators.over(new Period(from, from.plus(Duration.ofDays(30))), viewer, by);
  }
}
