package org.apricotdesk.desk.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Fact.Clocked;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.target.Priority;

/// Tickets of March 2026 as figures see them, for tests.
final class Facts {
  static final Instant FROM = Instant.parse("2026-02-28T16:00:00Z");
  static final Instant MIDDLE = FROM.plus(Duration.ofDays(10));
  static final Period MARCH = new Period(FROM, FROM.plus(Duration.ofDays(31)));
  static final Clocked RUNNING = new Clocked(Optional.empty(), none(), Optional.empty(), min(10));
  static final Clocked KEPT = clock(true, 10);
  static final Clocked MISSED = clock(false, 10);

  /// Its time is over, and nothing has been done.
  static final Clocked RAN_OUT =
      new Clocked(Optional.empty(), none(), Optional.of(MIDDLE), min(10));

  private Facts() {}

  private static Optional<Boolean> none() {
    return Optional.empty();
  }

  static Duration min(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Clocked clock(boolean met, int minutes) {
    return new Clocked(Optional.of(MIDDLE), Optional.of(met), Optional.of(MIDDLE), min(minutes));
  }

  static Fact solved(Clocked repair) {
    return fact(Outcome.SOLVED, KEPT, repair);
  }

  static Fact open(Clocked repair) {
    return fact(Outcome.OPEN, KEPT, repair);
  }

  static Fact answered(Clocked answer) {
    return fact(Outcome.OPEN, answer, RUNNING);
  }

  static Fact fact(Outcome outcome, Clocked answer, Clocked repair) {
    return new Fact(
        1001,
        false,
        Priority.P2,
        outcome,
        true,
        true,
        MIDDLE,
        answer,
        repair,
        Optional.of(MIDDLE),
        false,
        true,
        Optional.empty(),
        List.of(),
        Map.of(),
        Fact.Place.NOWHERE);
  }

  static Fact reopened(Fact fact) {
    return with(fact, true, fact.straight(), fact.rating(), fact.calls());
  }

  /// Not solved by the first who took it, or not without waiting.
  static Fact roundabout(Fact fact) {
    return with(fact, fact.reopened(), false, fact.rating(), fact.calls());
  }

  static Fact rated(Fact fact, int score) {
    var rating = Optional.of(new Fact.Rating(score, MIDDLE));
    return with(fact, fact.reopened(), fact.straight(), rating, fact.calls());
  }

  static Fact called(Fact fact, Fact.Call... calls) {
    return with(fact, fact.reopened(), fact.straight(), fact.rating(), List.of(calls));
  }

  static Fact created(Fact fact, Instant at) {
    return new Fact(
        fact.number(),
        fact.request(),
        fact.priority(),
        fact.outcome(),
        fact.asked(),
        fact.chat(),
        at,
        fact.answer(),
        fact.repair(),
        fact.firstResolved(),
        fact.reopened(),
        fact.straight(),
        fact.rating(),
        fact.calls(),
        fact.waited(),
        fact.place());
  }

  private static Fact with(
      Fact f,
      boolean reopened,
      boolean straight,
      Optional<Fact.Rating> rating,
      List<Fact.Call> calls) {
    return new Fact(
        f.number(),
        f.request(),
        f.priority(),
        f.outcome(),
        f.asked(),
        f.chat(),
        f.created(),
        f.answer(),
        f.repair(),
        f.firstResolved(),
        reopened,
        straight,
        rating,
        calls,
        f.waited(),
        f.place());
  }

  static List<Fact> times(int count, Fact fact) {
    return Collections.nCopies(count, fact);
  }
}
