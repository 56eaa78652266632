package org.apricotdesk.desk.indicator;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apricotdesk.desk.indicator.Fact.Outcome;

/// Every formula over the tickets of one period. A ticket counts in the period in which it was
/// decided whether it was in time, and in no other.
final class Formulas {
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
        Figure.count(Indicator.TICKET_COUNT, count(selected(Indicator.TICKET_COUNT).counted())),
        Figure.count(
            Indicator.OVERDUE_BACKLOG, count(selected(Indicator.OVERDUE_BACKLOG).counted())));
  }

  private Selection selected(Indicator indicator) {
    return Selection.of(indicator, period);
  }

  private Figure rate(Indicator indicator, Map<String, Long> excluded) {
    var selected = selected(indicator);
    var all = count(selected.counted());
    return Figure.rate(indicator, count(selected.counted().and(selected.hit())), all, excluded);
  }

  Figure responseTimely() {
    return rate(
        Indicator.RESPONSE_TIMELY_RATE,
        left(f -> period.holds(f.created()), f -> !f.asked(), "not_asked", Outcome.CANCELLED));
  }

  Minutes responseTimes() {
    return times(Indicator.RESPONSE_P50, fact -> fact.answer().used());
  }

  Figure timely(Indicator indicator, Predicate<Fact> kind) {
    return rate(
        indicator,
        left(
            kind.and(f -> period.holds(f.created())),
            _ -> false,
            "",
            Outcome.MERGED,
            Outcome.CANCELLED,
            Outcome.REDIRECTED));
  }

  Minutes repairTimes() {
    return times(Indicator.MTTR, fact -> fact.repair().used());
  }

  private Minutes times(Indicator indicator, Function<Fact, Duration> used) {
    return new Minutes(facts.stream().filter(selected(indicator).counted()).map(used).toList());
  }

  Figure firstContact() {
    return rate(
        Indicator.FCR,
        left(
            f -> period.holds(f.repair().done()) || period.holds(f.created()),
            Fact::request,
            "request",
            Outcome.MERGED,
            Outcome.NO_REPLY));
  }

  Figure reopened() {
    return rate(
        Indicator.REOPEN_RATE,
        left(f -> period.holds(f.firstResolved()), _ -> false, "", Outcome.MERGED));
  }

  Figure satisfied() {
    return rate(Indicator.CSAT_TICKET, Map.of());
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
