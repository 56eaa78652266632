package org.apricotdesk.desk.indicator;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.target.Priority;

/// Every formula over the tickets of one period. A ticket counts in the period in which it was
/// decided whether it was in time, and in no other.
final class Formulas {
  private static final int SATISFIED = 4;

  private final Period period;
  private final List<Fact> facts;
  private final long test;

  Formulas(Period period, Collection<Fact> tickets) {
    this.period = period;
    this.facts = tickets.stream().filter(f -> f.outcome() != Outcome.TEST).toList();
    this.test = (long) tickets.size() - facts.size();
  }

  List<Figure> all() {
    var response = responseTimes();
    var repairs = repairTimes();
    return List.of(
        responseTimely(),
        new Figure(Indicator.RESPONSE_P50, response.percentile(50), 0, response.count(), Map.of()),
        new Figure(Indicator.RESPONSE_P90, response.percentile(90), 0, response.count(), Map.of()),
        new Figure(Indicator.RESPONSE_P95, response.percentile(95), 0, response.count(), Map.of()),
        timely(Indicator.RESOLUTION_TIMELY_RATE, fact -> !fact.request()),
        timely(Indicator.REQUEST_TIMELY_RATE, Fact::request),
        new Figure(Indicator.MTTR, repairs.mean(), 0, repairs.count(), Map.of()),
        new Figure(Indicator.MTTR_MEDIAN, repairs.median(), 0, repairs.count(), Map.of()),
        firstContact(),
        reopened(),
        satisfied(),
        Figure.count(
            Indicator.TICKET_COUNT,
            count(f -> f.outcome() != Outcome.MERGED && period.holds(f.created()))),
        Figure.count(Indicator.OVERDUE_BACKLOG, count(this::isOverdue)));
  }

  Figure responseTimely() {
    Predicate<Fact> settled =
        fact -> fact.asked() && period.holds(fact.answer().settled()) && answerCounts(fact);
    return Figure.rate(
        Indicator.RESPONSE_TIMELY_RATE,
        count(settled.and(fact -> !fact.answer().late())),
        count(settled),
        left(f -> period.holds(f.created()), f -> !f.asked(), "not_asked", Outcome.CANCELLED));
  }

  /// Cancelled in time says nothing; cancelled after the time ran out was late.
  private static boolean answerCounts(Fact fact) {
    return fact.outcome() != Outcome.CANCELLED
        || fact.answer().late()
        || fact.answer().done().isPresent();
  }

  Minutes responseTimes() {
    return new Minutes(
        facts.stream()
            .filter(fact -> fact.asked() && period.holds(fact.created()))
            .filter(fact -> fact.answer().done().isPresent() || fact.outcome() == Outcome.OPEN)
            .map(fact -> fact.answer().used())
            .toList());
  }

  Figure timely(Indicator indicator, Predicate<Fact> kind) {
    Predicate<Fact> settled =
        kind.and(fact -> fact.outcome() == Outcome.OPEN || fact.outcome().isSolved())
            .and(fact -> period.holds(fact.repair().settled()));
    return Figure.rate(
        indicator,
        count(settled.and(fact -> !fact.repair().late())),
        count(settled),
        left(
            kind.and(f -> period.holds(f.created())),
            _ -> false,
            "",
            Outcome.MERGED,
            Outcome.CANCELLED,
            Outcome.REDIRECTED));
  }

  Minutes repairTimes() {
    List<Duration> times =
        facts.stream()
            .filter(fact -> fact.outcome() == Outcome.SOLVED && !fact.request())
            .filter(fact -> !fact.priority().equals(Priority.P3))
            .filter(fact -> !fact.priority().equals(Priority.P4))
            .filter(fact -> period.holds(fact.repair().done()))
            .map(fact -> fact.repair().used())
            .toList();
    return new Minutes(times);
  }

  Figure firstContact() {
    Predicate<Fact> solved =
        fact ->
            fact.outcome() == Outcome.SOLVED
                && !fact.request()
                && period.holds(fact.repair().done());
    return Figure.rate(
        Indicator.FCR,
        count(solved.and(fact -> fact.straight() && !fact.reopened())),
        count(solved),
        left(
            f -> period.holds(f.repair().done()) || period.holds(f.created()),
            Fact::request,
            "request",
            Outcome.MERGED,
            Outcome.NO_REPLY));
  }

  Figure reopened() {
    Predicate<Fact> first =
        fact -> fact.outcome() != Outcome.MERGED && period.holds(fact.firstResolved());
    return Figure.rate(
        Indicator.REOPEN_RATE,
        count(first.and(Fact::reopened)),
        count(first),
        left(f -> period.holds(f.firstResolved()), _ -> false, "", Outcome.MERGED));
  }

  Figure satisfied() {
    Predicate<Fact> rated =
        fact -> fact.rating().filter(rating -> period.holds(rating.at())).isPresent();
    return Figure.rate(
        Indicator.CSAT_TICKET,
        count(rated.and(fact -> fact.rating().filter(r -> r.score() >= SATISFIED).isPresent())),
        count(rated),
        Map.of());
  }

  private boolean isOverdue(Fact fact) {
    return fact.outcome() == Outcome.OPEN && fact.repair().done().isEmpty() && fact.repair().late();
  }

  private long count(Predicate<Fact> those) {
    return facts.stream().filter(those).count();
  }

  private Map<String, Long> left(
      Predicate<Fact> among, Predicate<Fact> also, String name, Outcome... outcomes) {
    var left = new TreeMap<String, Long>();
    if (test > 0) left.put("test", test);
    for (var outcome : outcomes) {
      var count = count(among.and(fact -> fact.outcome() == outcome));
      if (count > 0) left.put(outcome.name().toLowerCase(java.util.Locale.ROOT), count);
    }
    var others = count(among.and(also));
    if (others > 0) left.put(name, others);
    return left;
  }
}
