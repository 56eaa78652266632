package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.target.SampleCalendar.YEAR_2026;
import static org.apricotdesk.desk.target.SampleCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apricotdesk.desk.target.Course.Mark;

class TicketClockPropertiesTest {
  private static final Instant START = at("2026-02-09 00:00");
  private static final int DAYS = 40;

  private record Step(int seconds, int kind, Phase phase, Terms terms) {}

  @Property(tries = 10_000)
  void the_parts_add_up_to_the_life_of_a_ticket(@ForAll("courses") Course course) {
    var measured = TicketClock.measure(course, at("2026-04-20 00:00"));
    var sum = measured.parts().values().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(sum).isEqualTo(Duration.between(course.created(), end(course)));
  }

  @Property(tries = 500)
  void looking_again_or_noting_the_same_state_twice_changes_nothing(
      @ForAll("courses") Course course) {
    var doubled = new ArrayList<Mark>();
    for (var mark : course.marks()) {
      doubled.add(mark);
      doubled.add(mark);
    }
    var twice = new Course(course.created(), course.terms(), doubled);
    var asOf = at("2026-04-20 00:00");
    assertThat(TicketClock.measure(twice, asOf).parts())
        .isEqualTo(TicketClock.measure(course, asOf).parts());
  }

  @Property(tries = 1000)
  void a_pause_split_in_two_changes_nothing(
      @ForAll("terms") Terms terms, @ForAll("minutes") int one, @ForAll("minutes") int two) {
    var from = START.plus(Duration.ofHours(9));
    var middle = from.plus(Duration.ofMinutes(one));
    var to = middle.plus(Duration.ofMinutes(two));
    var base = working(terms).then(new Mark.Enters(from, Phase.AWAITING_USER));
    var whole = base.then(new Mark.Enters(to, Phase.WORKING));
    var split =
        base.then(new Mark.Enters(middle, Phase.WORKING))
            .then(new Mark.Enters(middle, Phase.AWAITING_USER))
            .then(new Mark.Enters(to, Phase.WORKING));
    var asOf = to.plus(Duration.ofHours(3));
    assertThat(TicketClock.measure(split, asOf)).isEqualTo(TicketClock.measure(whole, asOf));
  }

  @Property(tries = 1000)
  void a_pause_outside_working_hours_costs_nothing(
      @ForAll("days") int day, @ForAll("minutes") int length) {
    var terms = Targets.STANDARD.terms(Priority.P3, false, false, YEAR_2026);
    var evening = START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(17 * 60 + 30));
    var until = evening.plus(Duration.ofMinutes(Math.min(length, 14 * 60)));
    var paused =
        working(terms)
            .then(new Mark.Enters(evening, Phase.AWAITING_USER))
            .then(new Mark.Enters(until, Phase.WORKING));
    var asOf = until.plus(Duration.ofDays(3));
    assertThat(TicketClock.measure(paused, asOf).resolution())
        .isEqualTo(TicketClock.measure(working(terms), asOf).resolution());
  }

  @Property(tries = 1000)
  void what_is_used_never_shrinks_as_time_goes_by(
      @ForAll("terms") Terms terms, @ForAll("minutes") int one, @ForAll("minutes") int two) {
    var early = START.plus(Duration.ofMinutes(one));
    var late = early.plus(Duration.ofMinutes(two));
    var course = working(terms);
    assertThat(used(course, late)).isGreaterThanOrEqualTo(used(course, early));
    var due = TicketClock.measure(course, early).resolution().promise().due();
    if (used(course, early).compareTo(terms.goal().restore()) < 0)
      assertThat(TicketClock.measure(course, late).resolution().promise().due()).isEqualTo(due);
  }

  @Property(tries = 1000)
  void adding_and_counting_agree(@ForAll("minutes") int start, @ForAll("minutes") int amount) {
    var from = START.plus(Duration.ofMinutes(start));
    var due = YEAR_2026.add(from, Duration.ofMinutes(amount));
    assertThat(YEAR_2026.elapsed(from, due)).isEqualTo(Duration.ofMinutes(amount));
    assertThat(YEAR_2026.elapsed(from, due.minusSeconds(1))).isLessThan(Duration.ofMinutes(amount));
  }

  private static Course working(Terms terms) {
    return Course.starting(START, terms)
        .then(new Mark.Answered(START))
        .then(new Mark.Enters(START, Phase.WORKING));
  }

  private static Duration used(Course course, Instant asOf) {
    return TicketClock.measure(course, asOf).resolution().promise().used();
  }

  /// When it last reached an end and stayed there, or the day we look.
  private static Instant end(Course course) {
    var end = at("2026-04-20 00:00");
    var over = false;
    for (var mark : course.marks())
      if (mark instanceof Mark.Enters(var when, var phase)) {
        var ends = phase == Phase.DONE || phase == Phase.VOID;
        if (ends && !over) end = when;
        if (!ends) end = at("2026-04-20 00:00");
        over = ends;
      }
    return end;
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(1, DAYS * 24 * 60);
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(0, DAYS);
  }

  @Provide
  Arbitrary<Terms> terms() {
    return Combinators.combine(
            Arbitraries.of(Priority.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as((p, clock, critical) -> Targets.STANDARD.terms(p, clock, critical, YEAR_2026));
  }

  @Provide
  Arbitrary<Course> courses() {
    var step =
        Combinators.combine(
                Arbitraries.integers().between(0, 4 * 24 * 3600),
                Arbitraries.integers().between(0, 9),
                Arbitraries.of(Phase.class),
                terms())
            .as(Step::new);
    return Combinators.combine(terms(), step.list().ofMaxSize(12))
        .as(TicketClockPropertiesTest::course);
  }

  private static Course course(Terms terms, List<Step> steps) {
    var course = Course.starting(START, terms);
    var now = START;
    for (var step : steps) {
      now = now.plusSeconds(step.seconds());
      course =
          course.then(
              switch (step.kind()) {
                case 0 -> new Mark.Answered(now);
                case 1, 2 -> new Mark.Changed(now, step.terms());
                default -> new Mark.Enters(now, step.phase());
              });
    }
    return course;
  }
}
