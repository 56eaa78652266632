package org.apricotdesk.desk.indicator;

import static org.apricotdesk.desk.indicator.Figure.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apricotdesk.desk.indicator.Sums.Sum;
import org.apricotdesk.desk.survey.Wilson;

/// Every formula over the tickets of one period. A ticket counts in the period in which it was
/// decided whether it was in time, and in no other.
final class Formulas {
  private static final BigDecimal MONTH = BigDecimal.valueOf(Duration.ofDays(30).toSeconds());

  /// A month of the calendar.
  private static final Duration SHORTEST = Duration.ofDays(28);

  private static final Duration LONGEST = Duration.ofDays(31);

  private final Sums sums;
  private final Duration length;

  /// @param length of the period as far as it is over
  Formulas(Sums sums, Duration length) {
    this.sums = sums;
    this.length = length;
  }

  List<Figure> all() {
    return List.of(
        responseTimely(),
        time(Indicator.RESPONSE_P50, answers(), answers().percentile(50)),
        time(Indicator.RESPONSE_P90, answers(), answers().percentile(90)),
        time(Indicator.RESPONSE_P95, answers(), answers().percentile(95)),
        resolutionTimely(),
        requestTimely(),
        time(Indicator.MTTR, repairs(), repairs().mean()),
        time(Indicator.MTTR_MEDIAN, repairs(), repairs().median()),
        firstContact(),
        reopened(),
        of(Indicator.CSAT_TICKET, Tally.SATISFIED, new TreeMap<>()),
        of(Indicator.RATING_RATE, Tally.RATED, new TreeMap<>()),
        failures(),
        approvals(),
        of(Indicator.VENDOR_PUNCTUALITY, Tally.VENDOR, new TreeMap<>()),
        received(),
        Figure.count(Indicator.CANCELLED_COUNT, sums.of(Tally.CANCELLED).counted()),
        Figure.count(Indicator.REDIRECTED_COUNT, sums.of(Tally.REDIRECTED).counted()),
        overdue());
  }

  /// By how many tickets a month brings; where there are few of those one can not judge.
  private Figure overdue() {
    var overdue = sums.of(Tally.OVERDUE).counted();
    var opened = sums.of(Tally.OPENED).counted();
    var count = Figure.count(Indicator.OVERDUE_BACKLOG, overdue);
    if (opened < Wilson.FEW || length.isZero()) return count;
    var percent =
        BigDecimal.valueOf(100 * overdue)
            .multiply(months())
            .divide(BigDecimal.valueOf(opened), 2, RoundingMode.HALF_UP);
    return count.judged(Optional.of(Light.ofShare(Indicator.OVERDUE_BACKLOG, percent)));
  }

  /// How many months the period is: one, if it may be one of the calendar.
  private BigDecimal months() {
    if (length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0) return BigDecimal.ONE;
    return BigDecimal.valueOf(length.toSeconds()).divide(MONTH, MathContext.DECIMAL64);
  }

  private static Figure of(Indicator indicator, Sum sum, Map<String, Long> left) {
    return rate(indicator, sum.hits(), sum.counted(), left);
  }

  private Figure of(Indicator indicator, Tally tally, Map<String, Long> left) {
    return of(indicator, sums.of(tally), left);
  }

  private static Figure time(Indicator indicator, Minutes times, Optional<BigDecimal> value) {
    return new Figure(indicator, value, 0, times.count(), Map.of());
  }

  Figure responseTimely() {
    var left = left(Tally.TEST, Tally.CANCELLED, Tally.NOT_ASKED);
    return of(Indicator.RESPONSE_TIMELY_RATE, Tally.RESPONSE, left);
  }

  Minutes answers() {
    return sums.times(Tally.ANSWER_TIME);
  }

  Figure resolutionTimely() {
    var left = new TreeMap<String, Long>();
    for (var why : List.of(Tally.MERGED, Tally.CANCELLED, Tally.REDIRECTED))
      leave(left, why, sums.of(why).missed());
    return of(Indicator.RESOLUTION_TIMELY_RATE, Tally.RESOLUTION, left);
  }

  Figure requestTimely() {
    var left = new TreeMap<String, Long>();
    for (var why : List.of(Tally.MERGED, Tally.CANCELLED, Tally.REDIRECTED))
      leave(left, why, sums.of(why).hits());
    return of(Indicator.REQUEST_TIMELY_RATE, Tally.REQUEST, left);
  }

  Minutes repairs() {
    return sums.times(Tally.REPAIR_TIME);
  }

  Figure firstContact() {
    var left = left(Tally.TEST, Tally.MERGED, Tally.NO_REPLY);
    return of(Indicator.FCR, Tally.FIRST_CONTACT, left);
  }

  Figure reopened() {
    return of(Indicator.REOPEN_RATE, Tally.REOPENED, left(Tally.TEST, Tally.MERGED));
  }

  private Figure received() {
    var count = sums.of(Tally.OPENED).counted();
    var left = left(Tally.TEST, Tally.MERGED, Tally.CANCELLED, Tally.REDIRECTED);
    return new Figure(
        Indicator.TICKET_COUNT, Optional.of(BigDecimal.valueOf(count)), count, count, left);
  }

  private Figure failures() {
    var failures = sums.of(Tally.FAILURE).counted();
    var all = sums.of(Tally.OPENED).counted();
    if (all == 0 || length.isZero())
      return new Figure(Indicator.SYSTEM_FAILURE_RATE, Optional.empty(), 0, 0, Map.of());
    var rate =
        BigDecimal.valueOf(failures)
            .multiply(MONTH)
            .divide(BigDecimal.valueOf(length.toSeconds()), 2, RoundingMode.HALF_UP);
    return new Figure(
        Indicator.SYSTEM_FAILURE_RATE, Optional.of(rate), failures, failures, Map.of());
  }

  /// It is no part of the time a request took.
  private Figure approvals() {
    var waits = sums.of(Tally.WAITED_APPROVER);
    var all = BigDecimal.valueOf(60 * waits.counted());
    var mean =
        waits.counted() == 0
            ? Optional.<BigDecimal>empty()
            : Optional.of(BigDecimal.valueOf(waits.seconds()).divide(all, 0, RoundingMode.HALF_UP));
    return new Figure(Indicator.APPROVAL_MINUTES, mean, 0, waits.counted(), Map.of());
  }

  private Map<String, Long> left(Tally... reasons) {
    var left = new TreeMap<String, Long>();
    for (var why : reasons) leave(left, why, sums.of(why).counted());
    return left;
  }

  private static void leave(Map<String, Long> left, Tally why, long count) {
    if (count > 0) left.put(why.code(), count);
  }
}
