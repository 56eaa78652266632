package org.apricotdesk.desk.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Fact.Clocked;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.target.Priority;
import org.junit.jupiter.api.Test;

/// The worked examples the hospital agreed on, figure by figure.
class FormulasTest {
  private static final Instant FROM = Instant.parse("2026-02-28T16:00:00Z");
  private static final Instant MIDDLE = FROM.plus(Duration.ofDays(10));
  private static final Instant AFTER = FROM.plus(Duration.ofDays(40));
  private static final Period MARCH = new Period(FROM, FROM.plus(Duration.ofDays(31)));
  private static final Clocked OPEN = clock(Optional.empty(), false, 10);
  private static final Clocked KEPT = clock(Optional.of(MIDDLE), false, 10);
  private static final Clocked MISSED = clock(Optional.of(MIDDLE), true, 10);
  private static final Clocked RAN_OUT = clock(Optional.empty(), true, 10);

  @Test
  void overdue_open_tickets_are_late_at_once() {
    var figure =
        resolution(times(188, solved(KEPT)), times(9, solved(MISSED)), times(3, open(RAN_OUT)));
    assertThat(figure.value()).contains(new BigDecimal("94.00"));
    assertThat(figure.light()).contains(Light.AMBER);
  }

  @Test
  void merged_cancelled_and_still_running_tickets_are_not_counted() {
    var figure =
        resolution(
            times(20, outcome(Outcome.MERGED, OPEN)),
            times(10, outcome(Outcome.CANCELLED, OPEN)),
            times(8, open(OPEN)),
            times(186, solved(KEPT)),
            times(6, solved(MISSED)));
    assertThat(figure.value()).contains(new BigDecimal("96.88"));
    assertThat(figure.light()).contains(Light.GREEN);
    assertThat(figure.excluded()).containsEntry("merged", 20L).containsEntry("cancelled", 10L);
  }

  @Test
  void a_reopened_ticket_counts_once_with_its_last_end() {
    var figure =
        resolution(times(98, solved(KEPT)), times(1, solved(KEPT)), times(1, solved(MISSED)));
    assertThat(figure.value()).contains(new BigDecimal("99.00"));
  }

  @Test
  void unanswered_and_past_the_target_is_late() {
    var figure =
        response(
            times(93, answered(KEPT)), times(5, answered(MISSED)), times(2, answered(RAN_OUT)));
    assertThat(figure.value()).contains(new BigDecimal("93.00"));
  }

  @Test
  void unanswered_within_the_target_is_not_counted_yet() {
    var figure = response(times(60, answered(KEPT)), times(4, answered(OPEN)));
    assertThat(figure.value()).contains(new BigDecimal("100.00"));
    assertThat(figure.denominator()).isEqualTo(60);
  }

  @Test
  void cancelled_after_the_time_ran_out_was_late() {
    var figure =
        response(
            times(50, answered(KEPT)), times(3, cancelled(OPEN)), times(1, cancelled(RAN_OUT)));
    assertThat(figure.value()).contains(new BigDecimal("98.04"));
  }

  @Test
  void percentiles_are_times_that_really_occurred() {
    percentiles(List.of(1, 2, 2, 3, 4, 5, 6, 8, 12, 40), 4, 12, 40);
    percentiles(List.of(3, 3, 5, 7, 9, 15, 31), 7, 31, 31);
    percentiles(List.of(2, 4, 6, 600), 4, 600, 600);
  }

  @Test
  void the_mean_and_the_middle_repair_time_of_urgent_faults() {
    var repairs =
        new Formulas(
                MARCH,
                List.of(
                    repaired(30),
                    repaired(45),
                    repaired(60),
                    repaired(105),
                    outcome(Outcome.MERGED, KEPT)))
            .repairTimes();
    assertThat(repairs.mean()).contains(BigDecimal.valueOf(60));
    assertThat(repairs.median()).contains(BigDecimal.valueOf(53));
  }

  @Test
  void merged_reports_do_not_count_for_first_contact() {
    var formulas =
        formulas(
            times(30, straight(true)),
            times(12, straight(false)),
            times(18, outcome(Outcome.MERGED, KEPT)));
    assertThat(formulas.firstContact().value()).contains(new BigDecimal("71.43"));
    assertThat(formulas(times(96, straight(true)), times(24, straight(false))).firstContact())
        .extracting(Figure::value)
        .isEqualTo(Optional.of(new BigDecimal("80.00")));
  }

  @Test
  void reopening_twice_counts_once() {
    var formulas = formulas(times(291, reopened(false)), times(9, reopened(true)));
    assertThat(formulas.reopened().value()).contains(new BigDecimal("3.00"));
    assertThat(formulas.reopened().light()).contains(Light.GREEN);
    assertThat(formulas(times(292, reopened(false)), times(8, reopened(true))).reopened().value())
        .contains(new BigDecimal("2.67"));
  }

  @Test
  void only_given_ratings_count_for_satisfaction() {
    var formulas =
        formulas(
            times(120, rated(5)),
            times(60, rated(4)),
            times(12, rated(3)),
            times(5, rated(2)),
            times(3, rated(1)),
            times(60, solved(KEPT)));
    assertThat(formulas.satisfied().value()).contains(new BigDecimal("90.00"));
  }

  @Test
  void nothing_to_count_is_nothing_and_not_a_hundred() {
    assertThat(formulas().all())
        .filteredOn(figure -> figure.indicator().unit() != Indicator.Unit.COUNT)
        .allSatisfy(figure -> assertThat(figure.value()).isEmpty());
  }

  @Test
  void test_tickets_count_nowhere() {
    var formulas = formulas(times(7, outcome(Outcome.TEST, KEPT)), times(1, solved(KEPT)));
    assertThat(formulas.all())
        .filteredOn(figure -> figure.indicator() == Indicator.TICKET_COUNT)
        .singleElement()
        .extracting(Figure::denominator)
        .isEqualTo(1L);
  }

  @Test
  void what_is_decided_at_the_end_of_the_period_belongs_to_the_next() {
    var last = clock(Optional.of(MARCH.to()), false, 10);
    assertThat(resolution(times(1, solved(last))).denominator()).isZero();
    var later = clock(Optional.of(AFTER), false, 10);
    assertThat(resolution(times(1, solved(later)), times(1, solved(KEPT))).denominator())
        .isEqualTo(1);
  }

  private static void percentiles(List<Integer> minutes, int p50, int p90, int p95) {
    var times = new Minutes(minutes.stream().map(Duration::ofMinutes).toList());
    assertThat(times.percentile(50)).contains(BigDecimal.valueOf(p50));
    assertThat(times.percentile(90)).contains(BigDecimal.valueOf(p90));
    assertThat(times.percentile(95)).contains(BigDecimal.valueOf(p95));
  }

  private static Formulas formulas(Some... some) {
    var all = new ArrayList<Fact>();
    for (var one : some) all.addAll(Collections.nCopies(one.count(), one.fact()));
    return new Formulas(MARCH, all);
  }

  private static Figure resolution(Some... some) {
    return formulas(some).timely(Indicator.RESOLUTION_TIMELY_RATE, fact -> !fact.request());
  }

  private static Figure response(Some... some) {
    return formulas(some).responseTimely();
  }

  private record Some(int count, Fact fact) {}

  private static Some times(int count, Fact fact) {
    return new Some(count, fact);
  }

  private static Fact solved(Clocked repair) {
    return outcome(Outcome.SOLVED, repair);
  }

  private static Fact open(Clocked repair) {
    return outcome(Outcome.OPEN, repair);
  }

  private static Fact outcome(Outcome outcome, Clocked repair) {
    return fact(outcome, KEPT, repair, false, true, Optional.empty());
  }

  private static Fact answered(Clocked answer) {
    return fact(Outcome.OPEN, answer, OPEN, false, true, Optional.empty());
  }

  private static Fact cancelled(Clocked answer) {
    return fact(Outcome.CANCELLED, answer, OPEN, false, true, Optional.empty());
  }

  private static Fact repaired(int minutes) {
    return solved(clock(Optional.of(MIDDLE), false, minutes));
  }

  private static Fact straight(boolean straight) {
    return fact(Outcome.SOLVED, KEPT, KEPT, false, straight, Optional.empty());
  }

  private static Fact reopened(boolean reopened) {
    return fact(Outcome.SOLVED, KEPT, KEPT, reopened, true, Optional.empty());
  }

  private static Fact rated(int score) {
    return fact(
        Outcome.SOLVED, KEPT, KEPT, false, true, Optional.of(new Fact.Rating(score, MIDDLE)));
  }

  private static Fact fact(
      Outcome outcome,
      Clocked answer,
      Clocked repair,
      boolean reopened,
      boolean straight,
      Optional<Fact.Rating> rating) {
    return new Fact(
        1001,
        false,
        Priority.P2,
        outcome,
        true,
        MIDDLE,
        answer,
        repair,
        Optional.of(MIDDLE),
        reopened,
        straight,
        rating);
  }

  private static Clocked clock(Optional<Instant> done, boolean late, int minutes) {
    var ranOut = late ? Optional.of(MIDDLE) : Optional.<Instant>empty();
    return new Clocked(done, late, ranOut, Duration.ofMinutes(minutes));
  }
}
