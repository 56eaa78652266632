package org.apricotdesk.desk.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Formula.Downtime;
import org.apricotdesk.desk.indicator.Formula.Part;
import org.apricotdesk.desk.indicator.Formula.Planned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant NIGHT = Instant.parse("2026-03-04T17:00:00Z");

  @Test
  void downtime_everywhere_counts_fully() {
    assertThat(Formula.availability(MONTH, List.of(), List.of(down(0, 40, "1"))))
        .contains(number("99.91"));
  }

  @Test
  void announced_work_is_no_downtime() {
    assertThat(
            Formula.availability(MONTH, List.of(work(26, 120, 120)), List.of(down(600, 630, "1"))))
        .contains(number("99.93"));
  }

  @Test
  void one_campus_counts_by_its_beds_and_an_overrun_counts_everywhere() {
    assertThat(
            Formula.availability(
                MONTH, List.of(work(26, 120, 140)), List.of(down(600, 690, "0.30"))))
        .contains(number("99.89"));
  }

  @Test
  void work_announced_too_late_is_downtime() {
    assertThat(Formula.availability(MONTH, List.of(work(3, 60, 60)), List.of()))
        .contains(number("99.86"));
  }

  @Test
  void overlapping_downtimes_count_once() {
    var both = List.of(down(0, 30, "1"), down(20, 50, "1"));
    assertThat(Formula.availability(Duration.ofMinutes(1000), List.of(), both))
        .contains(number("95.00"));
  }

  @Test
  void the_core_systems_are_weighed() {
    var parts =
        List.of(
            part(".30", "99.907"),
            part(".20", "99.950"),
            part(".15", "100"),
            part(".15", "99.891"),
            part(".10", "99.800"),
            part(".10", "99.990"));
    assertThat(Formula.core(parts)).contains(number("99.92"));
  }

  @ParameterizedTest
  @CsvSource({
    "8.0, 6.8, 15.00",
    "10, 11, -10.00",
    "0.40, 0.28, 30.00",
    "120000, 84000, 30.00",
    "32, 26, 18.75"
  })
  void a_gain_is_measured_against_the_baseline(String before, String after, String gain) {
    assertThat(Formula.gain(number(before), number(after), false)).contains(number(gain));
  }

  @Test
  void clinical_satisfaction_is_half_ratings_half_questionnaire() {
    var both =
        Formula.clinical(Optional.of(number("90.00")), Optional.of(number("93.00")), number("45"));
    assertThat(both).isEqualTo(new Formula.Satisfaction(Optional.of(number("91.50")), false));
    var few =
        Formula.clinical(Optional.of(number("90.00")), Optional.of(number("93.00")), number("20"));
    assertThat(few).isEqualTo(new Formula.Satisfaction(Optional.of(number("90.00")), true));
  }

  private static Downtime down(int from, int to, String weight) {
    return new Downtime(
        NIGHT.plus(Duration.ofMinutes(from)), NIGHT.plus(Duration.ofMinutes(to)), number(weight));
  }

  private static Planned work(int noticeHours, int minutes, int really) {
    return new Planned(
        NIGHT.minus(Duration.ofHours(noticeHours)),
        NIGHT,
        NIGHT.plus(Duration.ofMinutes(minutes)),
        NIGHT.plus(Duration.ofMinutes(really)));
  }

  private static Part part(String weight, String availability) {
    return new Part(number(weight), number(availability));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
