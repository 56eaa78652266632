package org.apricotdesk.desk.target;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counts the time of one promise along a ticket's course.
final class Meter {
  private final Gauge gauge;
  private final List<Stretch> stretches = new ArrayList<>();
  private Terms terms;
  private Duration budget;
  private Duration used = Duration.ZERO;
  private Optional<Instant> reached = Optional.empty();
  private Optional<Instant> ranOut = Optional.empty();
  private Optional<Instant> breached = Optional.empty();

  /// What a promise looks at.
  interface Gauge {
    Hours hours(Terms terms);

    Duration target(Terms terms);

    boolean counts(Terms terms, Phase phase);
  }

  private record Stretch(Phase phase, Instant from, Instant to) {}

  Meter(Gauge gauge, Terms terms) {
    this.gauge = gauge;
    this.terms = terms;
    this.budget = gauge.target(terms);
  }

  void pass(Phase phase, Instant from, Instant to) {
    stretches.add(new Stretch(phase, from, to));
    count(phase, from, to);
  }

  private void count(Phase phase, Instant from, Instant to) {
    if (!gauge.counts(terms, phase)) return;
    var hours = gauge.hours(terms);
    var counted = hours.elapsed(from, to);
    var left = budget.minus(used);
    if (reached.isEmpty() && counted.compareTo(left) >= 0)
      reached = Optional.of(hours.add(from, left));
    if (ranOut.isEmpty() && counted.compareTo(left) > 0) {
      ranOut = reached;
      if (breached.isEmpty()) breached = ranOut;
    }
    used = used.plus(counted);
  }

  /// Tighter terms count from now and never move the due time back; looser ones count from the
  /// beginning. What ran out before stays on record.
  void change(Terms next, Instant at) {
    if (next.tighterThan(terms)) tighten(next, at);
    else recount(next);
  }

  private void tighten(Terms next, Instant at) {
    if (reached.isEmpty()) {
      var current = gauge.hours(terms).add(at, budget.minus(used));
      var fresh = gauge.hours(next).add(at, gauge.target(next));
      var due = fresh.isBefore(current) ? fresh : current;
      budget = used.plus(gauge.hours(next).elapsed(at, due));
    }
    terms = next;
  }

  private void recount(Terms next) {
    terms = next;
    budget = gauge.target(next);
    used = Duration.ZERO;
    reached = Optional.empty();
    ranOut = Optional.empty();
    var early = breached;
    for (var s : stretches) count(s.phase(), s.from(), s.to());
    if (early.isPresent()) breached = early;
    else if (ranOut.isPresent()) breached = ranOut;
  }

  /// Starts again from nothing, as a request does when it is approved.
  void restart() {
    stretches.clear();
    used = Duration.ZERO;
    budget = gauge.target(terms);
    reached = Optional.empty();
    ranOut = Optional.empty();
    breached = Optional.empty();
  }

  boolean late() {
    return breached.isPresent();
  }

  Measured.Reading reading(Optional<Instant> due, Optional<Boolean> met, Optional<Instant> warn) {
    return new Measured.Reading(new Promise(due, met, used), breached, warn);
  }

  /// When it runs out, or ran out, if the clock goes on from this moment.
  Instant due(Instant at) {
    return reached.orElseGet(() -> gauge.hours(terms).add(at, budget.minus(used)));
  }

  /// When a quarter is left, if that is still to come.
  Optional<Instant> warn(Instant at) {
    var left = budget.multipliedBy(3).dividedBy(4).minus(used);
    if (left.isNegative()) return Optional.empty();
    return Optional.of(gauge.hours(terms).add(at, left));
  }

  boolean counts(Phase phase) {
    return gauge.counts(terms, phase);
  }
}
