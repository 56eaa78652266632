package org.apricotdesk.desk.target;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.target.Course.Mark;
import org.apricotdesk.desk.target.Measured.Pause;

/// Measures what was promised for a ticket along its course. Everything is counted to the second;
/// used up to the last second is still in time.
public final class TicketClock {
  private final Meter response;
  private final Meter resolution;
  private final Map<Owner, Duration> parts = new EnumMap<>(Owner.class);
  private final List<Pause> pauses = new ArrayList<>();
  private Terms terms;
  private Phase phase = Phase.UNCLAIMED;
  private Instant now;
  private Instant entered;
  private Optional<Instant> answered = Optional.empty();

  private TicketClock(Course course) {
    terms = course.terms();
    now = course.created().truncatedTo(SECONDS);
    entered = now;
    response = new Meter(new Gauges.Response(), terms);
    resolution = new Meter(new Gauges.Resolution(), terms);
  }

  /// What the clocks say at that moment; it depends on nothing else.
  ///
  /// @param asOf not before the last mark
  public static Measured measure(Course course, Instant asOf) {
    var clock = new TicketClock(course);
    course.marks().forEach(clock::take);
    clock.passTo(asOf);
    return clock.measured();
  }

  private void take(Mark mark) {
    passTo(mark.at());
    switch (mark) {
      case Mark.Enters(var _, var next) -> enter(next);
      case Mark.Answered _ -> answer();
      case Mark.Changed(var _, var next) -> {
        if (answered.isEmpty()) response.change(next, now);
        resolution.change(next, now);
        terms = next;
      }
    }
  }

  private void enter(Phase next) {
    if (next == phase) return;
    if (phase.isEnd() && !next.isEnd())
      parts.merge(Owner.SOLVED, Duration.between(entered, now), Duration::plus);
    if (phase == Phase.AWAITING_APPROVAL && !next.isPause() && !next.isEnd()) resolution.restart();
    if (next == Phase.DONE) answer();
    if (!(phase.isEnd() && next.isEnd())) entered = now;
    phase = next;
  }

  private void answer() {
    if (answered.isEmpty()) answered = Optional.of(now);
  }

  private void passTo(Instant at) {
    var then = at.truncatedTo(SECONDS);
    if (then.isBefore(now)) throw new IllegalArgumentException(then + " is before " + now);
    if (answered.isEmpty()) response.pass(phase, now, then);
    resolution.pass(phase, now, then);
    split(now, then);
    pause(now, then);
    now = then;
  }

  /// After the end nobody waits, unless it comes back.
  private void split(Instant from, Instant to) {
    var whole = Duration.between(from, to);
    if (whole.isZero() || phase.isEnd()) return;
    var inside = terms.restoring().elapsed(from, to);
    parts.merge(Owner.of(phase), inside, Duration::plus);
    if (!inside.equals(whole))
      parts.merge(Owner.OUTSIDE_HOURS, whole.minus(inside), Duration::plus);
  }

  /// A pause cut in two by something else that happened is still one pause.
  private void pause(Instant from, Instant to) {
    if (!phase.isPause() || from.equals(to)) return;
    var effective = !terms.counts(phase);
    var last = pauses.isEmpty() ? null : pauses.getLast();
    if (last != null
        && last.phase() == phase
        && last.to().equals(from)
        && last.effective() == effective)
      pauses.set(pauses.size() - 1, new Pause(phase, last.from(), to, effective));
    else pauses.add(new Pause(phase, from, to, effective));
  }

  private Measured measured() {
    return new Measured(responseReading(), resolutionReading(), terms, parts, pauses);
  }

  private Measured.Reading responseReading() {
    if (answered.isPresent())
      return response.reading(
          Optional.of(response.due(answered.get())),
          Optional.of(!response.late()),
          Optional.empty());
    var late = response.late() ? Optional.of(false) : Optional.<Boolean>empty();
    if (!response.counts(phase)) return response.reading(Optional.empty(), late, Optional.empty());
    return response.reading(Optional.of(response.due(now)), late, response.warn(now));
  }

  private Measured.Reading resolutionReading() {
    return switch (phase) {
      case VOID, MERGED -> resolution.reading(Optional.empty(), Optional.empty(), Optional.empty());
      case DONE ->
          resolution.reading(
              Optional.of(resolution.due(entered)),
              Optional.of(!resolution.late()),
              Optional.empty());
      case UNCLAIMED, WORKING, AWAITING_USER, AWAITING_VENDOR, AWAITING_APPROVAL, SCHEDULED -> {
        var late = resolution.late() ? Optional.of(false) : Optional.<Boolean>empty();
        yield resolution.counts(phase)
            ? resolution.reading(Optional.of(resolution.due(now)), late, resolution.warn(now))
            : resolution.reading(Optional.empty(), late, Optional.empty());
      }
    };
  }
}
