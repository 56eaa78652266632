package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.indicator.Facts.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.ledger.Entry;
import org.apricotdesk.desk.ledger.Entry.Contribution;
import org.apricotdesk.desk.ledger.Entry.Devices;
import org.apricotdesk.desk.ledger.Entry.Grade;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.ledger.Entry.Milestone;
import org.apricotdesk.desk.ledger.Entry.Quality;
import org.apricotdesk.desk.ledger.Entry.Saving;
import org.apricotdesk.desk.ledger.Entry.Security;
import org.apricotdesk.desk.ledger.Entry.Technology;
import org.apricotdesk.desk.ledger.Entry.Training;
import org.apricotdesk.desk.ledger.Entry.Visits;
import org.apricotdesk.desk.ledger.Ledger;
import org.apricotdesk.desk.ledger.Line;
import org.apricotdesk.desk.round.Finding;
import org.apricotdesk.desk.round.Kind;
import org.apricotdesk.desk.round.Slot;
import org.apricotdesk.desk.round.State;
import org.apricotdesk.desk.round.Visit;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.Baseline;
import org.apricotdesk.desk.suggestion.Layer;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The worked examples (domain §16.6) of what is not counted from tickets; the method's name is the
/// row's.
class CountedElsewhereTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);
  private static final Instant SEEN = Instant.parse("2026-03-10T02:00:00Z");
  private static final PersonId SHAO = new PersonId("shaojiale");

  private int lines;

  @BeforeEach
  void anEmptyLedger() {
    db.database().pool().query("TRUNCATE desk.ledger").execute().await();
    lines = 0;
  }

  @Test
  void security_incident_count() {
    enter(1, new Security(Grade.CONFIRMED, 1));
    enter(2, new Security(Grade.NEAR_MISS, 1));
    enter(1, new Security(Grade.BLOCKED, 30));
    enter(1, new Visits(80_000));
    var figure = figure(Indicator.SECURITY_INCIDENT_COUNT);
    assertThat(figure.value()).contains(BigDecimal.ONE);
    assertThat(figure.light()).contains(Light.RED);
    assertThat(figure.excluded()).containsEntry("near_miss", 2L).containsEntry("blocked", 30L);
    assertThat(figure(Indicator.SECURITY_INCIDENT_RATE).value()).contains(number("0.13"));
  }

  @Test
  void what_was_struck_out_does_not_count() {
    var ledger = new Ledger(db.database().pool());
    ledger.put(new Line<>("leak", TENTH, "误报", new Security(Grade.CONFIRMED, 1), true));
    assertThat(figure(Indicator.SECURITY_INCIDENT_COUNT).value()).contains(BigDecimal.ZERO);
  }

  @Test
  void asset_integrity() {
    enter(1, new Devices(6400, 96));
    assertThat(figure(Indicator.ASSET_INTEGRITY).value()).contains(number("98.50"));
  }

  @Test
  void project_delay_rate_1() {
    enter(35, reached(TENTH));
    enter(3, reached(TENTH.plusDays(1)));
    enter(2, due());
    assertThat(figure(Indicator.PROJECT_DELAY_RATE).value()).contains(number("12.50"));
    assertThat(figure(Indicator.PROJECT_DELAY_RATE).light()).contains(Light.RED);
  }

  @Test
  void project_delay_rate_2_moved_early_counts_next_month() {
    enter(35, reached(TENTH));
    enter(3, reached(TENTH.plusDays(1)));
    enter(2, moved(TENTH.minusDays(7), false));
    assertThat(figure(Indicator.PROJECT_DELAY_RATE).value()).contains(number("7.89"));
    assertThat(figure(Indicator.PROJECT_DELAY_RATE).light()).contains(Light.GREEN);
  }

  @Test
  void project_delay_rate_3_moved_late_without_approval_stays() {
    enter(35, reached(TENTH));
    enter(3, reached(TENTH.plusDays(1)));
    enter(2, moved(TENTH.minusDays(2), false));
    assertThat(figure(Indicator.PROJECT_DELAY_RATE).value()).contains(number("12.50"));
  }

  @Test
  void a_move_the_director_approved_counts_however_late() {
    enter(1, moved(TENTH.minusDays(2), true));
    assertThat(figure(Indicator.PROJECT_DELAY_RATE).value()).isEmpty();
  }

  @Test
  void efficiency_gain_quality_gain_cost_saving_5() {
    enter(1, new Saving(number("300"), number("240"), number("180")));
    assertThat(figure(Indicator.COST_SAVING).value()).contains(number("10800"));
  }

  @Test
  void training_coverage_is_of_all_who_were_invited() {
    enter(1, new Training(60, 57));
    enter(1, new Training(40, 30));
    assertThat(figure(Indicator.TRAINING_COVERAGE).value()).contains(number("87.00"));
  }

  @Test
  void new_technology_has_landed_after_three_months() {
    var ledger = new Ledger(db.database().pool());
    ledger.put(new Line<>("ai", LocalDate.of(2025, 12, 10), "AI 辅助", new Technology(), false));
    ledger.put(new Line<>("ocr", TENTH, "票据识别", new Technology(), false));
    assertThat(figure(Indicator.NEW_TECH_LANDED).value()).contains(BigDecimal.ONE);
  }

  @Test
  void round_completion_rate() {
    assertThat(completed(7, 0, 1)).contains(number("100.00"));
    assertThat(completed(7, 1, 0)).contains(number("87.50"));
    assertThat(completed(6, 1, 1)).contains(number("85.71"));
  }

  @Test
  void pain_point_conversion() {
    var found = new ArrayList<Finding>();
    for (var outcome : org.apricotdesk.desk.round.Outcome.values()) {
      var many =
          switch (outcome) {
            case TICKET -> 10;
            case SUGGESTION -> 8;
            case TRAINING -> 3;
            case EXPLAINED -> 1;
            case ARTICLE -> 0;
          };
      found.addAll(Collections.nCopies(many, pain(Optional.of(outcome), 5)));
    }
    found.addAll(Collections.nCopies(2, pain(Optional.empty(), 0)));
    found.add(pain(Optional.of(org.apricotdesk.desk.round.Outcome.EXPLAINED), 8));
    var rounds = new RoundCounts((_, _) -> List.of(), (_, _) -> found, this::worked, ZONE);
    assertThat(rounds.whole(MARCH, MARCH.to(), Sums::new).getLast().value())
        .contains(number("88.00"));
  }

  @Test
  void requirement_completion_rate_1() {
    assertThat(delivered(19, 3, 0, 2)).contains(number("86.36"));
  }

  @Test
  void requirement_completion_rate_2_failed_acceptance_is_not_delivered() {
    assertThat(delivered(18, 3, 1, 2)).contains(number("81.82"));
  }

  @Test
  void requirement_completion_rate_3_the_next_quarters_count_then() {
    var planned = new ArrayList<LocalDate>();
    var counts =
        new WishCounts(
            (first, end) -> {
              planned.add(first);
              planned.add(end);
              return List.of();
            },
            (_, _) -> List.of(),
            ZONE);
    assertThat(counts.whole(MARCH, MARCH.to(), Sums::new).getFirst().value()).isEmpty();
    assertThat(planned).containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
  }

  /// 8.0 → 6.8 minutes is a gain, 10 → 11 a loss that is not hidden: 15 % and -10 % make 2.5 %.
  @Test
  void efficiency_gain_1_and_2_are_told_one_by_one_and_as_their_mean() {
    var better = measured("门诊人均接诊", "8.0", "6.4", "6.8");
    var worse = measured("等候", "10", "8", "11");
    var paper = wish(Stage.ACCEPTED, Layer.FOUNDATION, better.baseline(), better.measured());
    var counts = new WishCounts((_, _) -> List.of(), (_, _) -> List.of(better, worse, paper), ZONE);

    var figure = counts.whole(MARCH, MARCH.to(), Sums::new).getLast();

    assertThat(figure.value()).contains(number("2.50"));
    assertThat(figure.denominator()).isEqualTo(2);
    assertThat(figure.excluded()).containsExactly(Map.entry("other_layer", 1L));
    assertThat(figure.isSmall()).as("a gain is no share of people").isFalse();
    assertThat(counts.behind(Indicator.EFFICIENCY_GAIN, MARCH, MARCH.to()))
        .extracting(Matter::gist)
        .containsExactly("门诊人均接诊: 8.0 → 6.8 分钟 (15.00%)", "等候: 10 → 11 分钟 (-10.00%)");
  }

  private static Suggestion measured(String what, String before, String target, String now) {
    var there = new Baseline(what, "叫号系统", "分钟", number(before), number(target));
    return wish(Stage.ACCEPTED, Layer.EFFICIENCY, Optional.of(there), Optional.of(number(now)));
  }

  @Test
  void quality_gain_3_is_of_the_rates_with_the_counts_beside() {
    enter(1, new Quality(20, 50_000, 14, 50_000));
    assertThat(figure(Indicator.QUALITY_GAIN).value()).contains(number("30.00"));
    assertThat(behind(Indicator.QUALITY_GAIN)).containsExactly("20/50000 → 14/50000 (30.00%)");
    assertThat(new Quality(10, 1000, 12, 1000).gain()).isEqualByComparingTo("-20.00");
    assertThat(new Quality(0, 1000, 12, 1000).fits()).as("nothing to compare with").isFalse();
  }

  @Test
  void digital_contribution_is_what_director_and_cmio_said_last() {
    enter(1, new Contribution(Judge.DIRECTOR, 70));
    assertThat(figure(Indicator.DIGITAL_CONTRIBUTION).value()).contains(number("70.00"));
    assertThat(figure(Indicator.DIGITAL_CONTRIBUTION).flags()).containsExactly("one_judge");
    enter(1, new Contribution(Judge.DIRECTOR, 80));
    enter(1, new Contribution(Judge.CMIO, 91));
    assertThat(figure(Indicator.DIGITAL_CONTRIBUTION).value()).contains(number("85.50"));
    assertThat(figure(Indicator.DIGITAL_CONTRIBUTION).flags()).isEmpty();
    assertThat(behind(Indicator.DIGITAL_CONTRIBUTION)).containsExactly("70", "80", "91");
  }

  @Test
  void behind_a_figure_of_the_ledger_stand_its_lines() {
    enter(1, new Security(Grade.CONFIRMED, 1));
    enter(1, new Security(Grade.BLOCKED, 30));
    enter(1, reached(TENTH));
    enter(1, new Training(60, 57));
    assertThat(behind(Indicator.SECURITY_INCIDENT_COUNT)).containsExactly("× 1", "× 30");
    assertThat(behind(Indicator.PROJECT_DELAY_RATE)).containsExactly("2026-03-10 → 2026-03-10");
    assertThat(behind(Indicator.TRAINING_COVERAGE)).containsExactly("57 / 60");
  }

  private List<String> behind(Indicator indicator) {
    return new LedgerCounts(new Ledger(db.database().pool()), this::worked, ZONE)
        .behind(indicator, MARCH, MARCH.to()).stream().map(Matter::gist).toList();
  }

  private Optional<BigDecimal> delivered(int accepted, int working, int failed, int withdrawn) {
    var planned = new ArrayList<Suggestion>();
    planned.addAll(Collections.nCopies(accepted, wish(Stage.ACCEPTED)));
    planned.addAll(Collections.nCopies(working, wish(Stage.DEVELOPING)));
    planned.addAll(Collections.nCopies(failed, wish(Stage.FAILED)));
    planned.addAll(Collections.nCopies(withdrawn, wish(Stage.WITHDRAWN)));
    return new WishCounts((_, _) -> planned, (_, _) -> List.of(), ZONE)
        .whole(MARCH, MARCH.to(), Sums::new)
        .getFirst()
        .value();
  }

  private static Suggestion wish(Stage stage) {
    var there = new Baseline("人均接诊", "叫号系统", "分钟", number("8.0"), number("6.4"));
    return wish(stage, Layer.EFFICIENCY, Optional.of(there), measured(stage));
  }

  private static Optional<BigDecimal> measured(Stage stage) {
    return switch (stage) {
      case ACCEPTED -> Optional.of(number("6.4"));
      case FAILED -> Optional.of(number("7.9"));
      default -> Optional.empty();
    };
  }

  private static Suggestion wish(
      Stage stage, Layer layer, Optional<Baseline> there, Optional<BigDecimal> measured) {
    return new Suggestion(
        new SuggestionNumber(1),
        1,
        stage,
        "",
        "",
        SHAO,
        new CampusId("main"),
        Optional.empty(),
        Origin.CHAT,
        SEEN,
        SEEN,
        Set.of(),
        Optional.empty(),
        Optional.of(layer),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(TENTH),
        Set.of(),
        there,
        measured,
        measured.map(_ -> SEEN),
        "");
  }

  private Optional<BigDecimal> completed(int confirmed, int missed, int excused) {
    var visits = new ArrayList<Visit>();
    visits.addAll(Collections.nCopies(confirmed, visit(State.CONFIRMED)));
    visits.addAll(Collections.nCopies(missed, visit(State.PLANNED)));
    visits.addAll(Collections.nCopies(excused, visit(State.EXCUSED)));
    return new RoundCounts((_, _) -> visits, (_, _) -> List.of(), this::worked, ZONE)
        .whole(MARCH, MARCH.to(), Sums::new)
        .getFirst()
        .value();
  }

  private static Visit visit(State state) {
    var ward = new DepartmentId("main-guyi");
    return new Visit(
        1, TENTH, Slot.MORNING, SHAO, ward, "", state, false, "", "", Optional.empty());
  }

  private static Finding pain(
      Optional<org.apricotdesk.desk.round.Outcome> outcome, int workingDays) {
    var settled = outcome.map(_ -> SEEN.plus(java.time.Duration.ofDays(workingDays + 2L)));
    return new Finding(
        1, 1, Kind.OBSERVATION, "", Optional.empty(), false, SEEN, SHAO, outcome, "", settled);
  }

  private static Milestone due() {
    return new Milestone(TENTH, Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  private static Milestone reached(LocalDate day) {
    return new Milestone(TENTH, Optional.empty(), Optional.empty(), false, Optional.of(day));
  }

  private static Milestone moved(LocalDate agreed, boolean approved) {
    return new Milestone(
        TENTH, Optional.of(TENTH.plusMonths(1)), Optional.of(agreed), approved, Optional.empty());
  }

  private void enter(int times, Entry entry) {
    var ledger = new Ledger(db.database().pool());
    for (var i = 0; i < times; i++)
      ledger.put(new Line<>("line-" + ++lines, TENTH, "一项", entry, false));
  }

  private Figure figure(Indicator indicator) {
    return new LedgerCounts(new Ledger(db.database().pool()), this::worked, ZONE)
        .whole(MARCH, MARCH.to(), Sums::new).stream()
            .filter(figure -> figure.indicator() == indicator)
            .findFirst()
            .orElseThrow();
  }

  private boolean worked(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
