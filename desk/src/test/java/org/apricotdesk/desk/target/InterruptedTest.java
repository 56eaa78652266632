package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.target.SampleCalendar.YEAR_2026;
import static org.apricotdesk.desk.target.SampleCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InterruptedTest {
  private static final int TEN_DAYS = 10 * 24 * 60;

  @Example
  void overlapping_interruptions_count_once() {
    var hours =
        Interrupted.by(
            List.of(
                new Interruption(at("2026-03-16 10:20"), at("2026-03-16 10:50")),
                new Interruption(at("2026-03-16 10:00"), at("2026-03-16 10:30"))),
            Hours.AROUND_THE_CLOCK);
    var from = at("2026-03-16 09:00");
    assertThat(hours.elapsed(from, at("2026-03-16 11:00"))).isEqualTo(Duration.ofMinutes(70));
    assertThat(hours.add(from, Duration.ofMinutes(60))).isEqualTo(at("2026-03-16 10:00"));
    assertThat(hours.add(from, Duration.ofMinutes(61))).isEqualTo(at("2026-03-16 10:51"));
  }

  @Example
  void an_interruption_outside_working_hours_takes_nothing() {
    var night = new Interruption(at("2026-03-16 20:00"), at("2026-03-17 06:00"));
    var hours = Interrupted.by(List.of(night), YEAR_2026);
    var from = at("2026-03-16 09:00");
    var to = at("2026-03-17 17:00");
    assertThat(hours.elapsed(from, to)).isEqualTo(YEAR_2026.elapsed(from, to));
  }

  @Property(tries = 500)
  void what_was_added_has_elapsed(
      @ForAll @IntRange(max = TEN_DAYS) int begin,
      @ForAll @IntRange(max = 600) int length,
      @ForAll @IntRange(min = 1, max = 3000) int amount,
      @ForAll boolean always) {
    var start = at("2026-02-09 00:00");
    var from = start.plus(Duration.ofMinutes(begin));
    var gap = new Interruption(from, from.plus(Duration.ofMinutes(length)));
    Hours whole = always ? Hours.AROUND_THE_CLOCK : YEAR_2026;
    var hours = Interrupted.by(List.of(gap), whole);
    var asked = Duration.ofMinutes(amount);
    assertThat(hours.elapsed(start, hours.add(start, asked))).isEqualTo(asked);
    assertThat(hours.add(start, asked)).isAfterOrEqualTo(whole.add(start, asked));
  }
}
