package org.apricotdesk.desk.indicator;

import java.util.function.Predicate;
import org.apricotdesk.desk.indicator.Fact.Outcome;
import org.apricotdesk.desk.target.Priority;

/// Which tickets of a period a figure looks at, and which of them make up its numerator.
record Selection(Predicate<Fact> counted, Predicate<Fact> hit) {
  private static final int SATISFIED = 4;

  static Selection of(Indicator indicator, Period period) {
    return switch (indicator) {
      case RESPONSE_TIMELY_RATE ->
          new Selection(
              fact -> fact.asked() && period.holds(fact.answer().settled()) && answerCounts(fact),
              fact -> !fact.answer().late());
      case RESPONSE_P50, RESPONSE_P90, RESPONSE_P95 ->
          new Selection(
              fact ->
                  fact.asked()
                      && period.holds(fact.created())
                      && (fact.answer().done().isPresent() || fact.outcome() == Outcome.OPEN),
              fact -> !fact.answer().late());
      case RESOLUTION_TIMELY_RATE -> timely(period, fact -> !fact.request());
      case REQUEST_TIMELY_RATE -> timely(period, Fact::request);
      case MTTR, MTTR_MEDIAN ->
          new Selection(
              fact -> isSolved(fact, period) && fact.priority().above(Priority.P3),
              fact -> !fact.repair().late());
      case FCR ->
          new Selection(
              fact -> isSolved(fact, period), fact -> fact.straight() && !fact.reopened());
      case REOPEN_RATE ->
          new Selection(
              fact -> fact.outcome() != Outcome.MERGED && period.holds(fact.firstResolved()),
              Fact::reopened);
      case CSAT_TICKET ->
          new Selection(
              fact -> fact.rating().filter(rating -> period.holds(rating.at())).isPresent(),
              fact -> fact.rating().filter(rating -> rating.score() >= SATISFIED).isPresent());
      case TICKET_COUNT ->
          new Selection(
              fact -> fact.outcome() != Outcome.MERGED && period.holds(fact.created()), _ -> true);
      case OVERDUE_BACKLOG ->
          new Selection(
              fact ->
                  fact.outcome() == Outcome.OPEN
                      && fact.repair().done().isEmpty()
                      && fact.repair().late(),
              _ -> true);
      // Counted from incidents: no ticket stands behind them.
      case AVAILABILITY, CORE_AVAILABILITY, MAJOR_INCIDENT_COUNT ->
          new Selection(_ -> false, _ -> false);
    };
  }

  /// Cancelled in time says nothing; cancelled after the time ran out was late.
  private static boolean answerCounts(Fact fact) {
    return fact.outcome() != Outcome.CANCELLED
        || fact.answer().late()
        || fact.answer().done().isPresent();
  }

  private static Selection timely(Period period, Predicate<Fact> kind) {
    return new Selection(
        kind.and(fact -> fact.outcome() == Outcome.OPEN || fact.outcome().isSolved())
            .and(fact -> period.holds(fact.repair().settled())),
        fact -> !fact.repair().late());
  }

  /// A fault that was repaired in the period; what was merged or got no reply was not.
  private static boolean isSolved(Fact fact, Period period) {
    return fact.outcome() == Outcome.SOLVED
        && !fact.request()
        && period.holds(fact.repair().done());
  }
}
