package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.target.SampleCalendar.YEAR_2026;
import static org.apricotdesk.desk.target.SampleCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.apricotdesk.desk.target.BusinessCalendar.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
  @ParameterizedTest
  @CsvSource({
    "2026-02-13 17:10, 2026-02-14 08:05, 25",
    "2026-02-14 17:20, 2026-02-24 08:15, 25",
    "2026-04-30 11:50, 2026-05-06 10:00, 370",
    "2026-03-16 12:10, 2026-03-16 13:40, 10",
    "2026-09-20 08:00, 2026-09-20 17:30, 480",
    "2026-10-03 02:10, 2026-10-03 02:58, 0",
    "2026-03-16 15:00, 2026-03-17 15:00, 480",
    "2026-09-18 16:30, 2026-09-20 16:30, 480"
  })
  void only_working_time_is_counted(String from, String to, long minutes) {
    assertThat(YEAR_2026.elapsed(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void around_the_clock_every_minute_counts() {
    var night = Hours.AROUND_THE_CLOCK.elapsed(at("2026-10-03 02:10"), at("2026-10-03 02:58"));
    assertThat(night).isEqualTo(Duration.ofMinutes(48));
  }

  /// Worked out by hand with a printed calendar of 2026.
  @ParameterizedTest
  @CsvSource({
    // ordinary days and the two ends of an interval
    "2026-03-16 15:00, 480, 2026-03-17 15:00",
    "2026-03-16 08:00, 240, 2026-03-16 12:00",
    "2026-03-16 08:00, 241, 2026-03-16 13:31",
    "2026-03-16 12:00, 30, 2026-03-16 14:00",
    "2026-03-16 12:45, 30, 2026-03-16 14:00",
    "2026-03-16 17:30, 30, 2026-03-17 08:30",
    "2026-03-20 17:00, 60, 2026-03-23 08:30",
    "2026-03-16 09:00, 2400, 2026-03-23 09:00",
    // Spring Festival: off 15–23 February, the 14th and the 28th are worked Saturdays
    "2026-02-12 16:30, 480, 2026-02-13 16:30",
    "2026-02-13 16:30, 480, 2026-02-14 16:30",
    "2026-02-13 17:29, 30, 2026-02-14 08:29",
    "2026-02-13 23:59, 30, 2026-02-14 08:30",
    "2026-02-14 08:00, 480, 2026-02-14 17:30",
    "2026-02-14 08:01, 480, 2026-02-24 08:01",
    "2026-02-14 13:30, 480, 2026-02-24 12:00",
    "2026-02-14 16:30, 480, 2026-02-24 16:30",
    "2026-02-14 17:00, 30, 2026-02-14 17:30",
    "2026-02-14 17:00, 31, 2026-02-24 08:01",
    "2026-02-14 18:00, 240, 2026-02-24 12:00",
    "2026-02-14 23:59, 480, 2026-02-24 17:30",
    "2026-02-15 00:00, 30, 2026-02-24 08:30",
    "2026-02-16 20:00, 480, 2026-02-24 17:30",
    "2026-02-17 10:00, 2400, 2026-02-28 17:30",
    "2026-02-19 09:00, 2401, 2026-03-02 08:01",
    "2026-02-23 23:59, 30, 2026-02-24 08:30",
    "2026-02-24 08:00, 2400, 2026-02-28 17:30",
    "2026-02-26 15:00, 960, 2026-02-28 15:00",
    "2026-02-27 17:00, 60, 2026-02-28 08:30",
    "2026-02-28 17:00, 60, 2026-03-02 08:30",
    "2026-02-10 09:00, 2400, 2026-02-24 09:00",
    "2026-02-11 17:00, 2400, 2026-02-25 17:00",
    "2026-02-13 08:00, 960, 2026-02-14 17:30",
    // National Day: off 25–27 September and 1–7 October; 20 September and 10 October are worked
    "2026-09-18 16:30, 480, 2026-09-20 16:30",
    "2026-09-19 10:00, 30, 2026-09-20 08:30",
    "2026-09-20 17:00, 60, 2026-09-21 08:30",
    "2026-09-24 17:00, 60, 2026-09-28 08:30",
    "2026-09-24 12:00, 480, 2026-09-28 12:00",
    "2026-09-25 08:00, 240, 2026-09-28 12:00",
    "2026-09-28 09:00, 2400, 2026-10-10 09:00",
    "2026-09-29 09:00, 2400, 2026-10-12 09:00",
    "2026-09-30 08:00, 480, 2026-09-30 17:30",
    "2026-09-30 08:01, 480, 2026-10-08 08:01",
    "2026-09-30 16:30, 480, 2026-10-08 16:30",
    "2026-09-30 17:15, 30, 2026-10-08 08:15",
    "2026-09-30 23:59, 30, 2026-10-08 08:30",
    "2026-10-01 00:00, 240, 2026-10-08 12:00",
    "2026-10-03 02:10, 480, 2026-10-08 17:30",
    "2026-10-07 23:59, 480, 2026-10-08 17:30",
    "2026-10-08 17:00, 480, 2026-10-09 17:00",
    "2026-10-09 17:00, 480, 2026-10-10 17:00",
    "2026-10-09 17:00, 540, 2026-10-12 08:30",
    "2026-10-10 17:20, 20, 2026-10-12 08:10",
    "2026-10-10 12:00, 2400, 2026-10-16 12:00",
    "2026-10-11 12:00, 2400, 2026-10-16 17:30"
  })
  void due_times_step_over_nights_weekends_and_holidays(String from, long minutes, String due) {
    var target = Duration.ofMinutes(minutes);
    assertThat(YEAR_2026.add(at(from), target)).isEqualTo(at(due));
    assertThat(YEAR_2026.elapsed(at(from), at(due))).isEqualTo(target);
  }

  @Test
  void noon_is_a_break_and_half_past_one_is_work() {
    assertThat(YEAR_2026.isOpen(at("2026-03-16 11:59"))).isTrue();
    assertThat(YEAR_2026.isOpen(at("2026-03-16 12:00"))).isFalse();
    assertThat(YEAR_2026.isOpen(at("2026-03-16 13:30"))).isTrue();
    assertThat(YEAR_2026.isOpen(at("2026-03-16 17:30"))).isFalse();
    assertThat(YEAR_2026.isOpen(at("2026-02-16 10:00"))).isFalse();
    assertThat(YEAR_2026.isOpen(at("2026-02-28 10:00"))).isTrue();
  }

  @Test
  void the_year_has_248_working_days() {
    var first = LocalDate.of(2026, 1, 1);
    var days = first.datesUntil(first.plusYears(1)).filter(YEAR_2026::isWorkingDay).count();
    assertThat(days).isEqualTo(248);
  }

  @Test
  void a_calendar_without_a_working_hour_is_refused() {
    var zone = SampleCalendar.SHANGHAI;
    var morning = new Interval(LocalTime.of(8, 0), LocalTime.of(12, 0));
    var late = new Interval(LocalTime.of(11, 0), LocalTime.of(17, 0));
    assertThatThrownBy(() -> new BusinessCalendar(zone, List.of(), Set.of(), Set.of(), Set.of()))
        .hasMessageContaining("without working time");
    assertThatThrownBy(
            () -> new BusinessCalendar(zone, List.of(morning, late), Set.of(), Set.of(), Set.of()))
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> new Interval(LocalTime.NOON, LocalTime.NOON))
        .hasMessageContaining("not before");
  }
}
