package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apricotdesk.desk.round.Finding;
import org.apricotdesk.desk.round.State;
import org.apricotdesk.desk.round.Visit;

/// Whether engineers went where they were to go, and what became of what they found.
///
/// @param planned visits from one day up to, not including, another
/// @param found what was found in a time
record RoundCounts(
    BiFunction<LocalDate, LocalDate, List<Visit>> planned,
    BiFunction<Instant, Instant, List<Finding>> found,
    Predicate<LocalDate> workingDay,
    ZoneId zone)
    implements Source {
  private static final int SETTLED_WITHIN = 5;

  @Override
  public List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets) {
    return List.of(
        completed(visits(period, asOf)), converted(found.apply(period.from(), period.to())));
  }

  @Override
  public Map<String, List<Figure>> by(Dimension dimension, Period period, Instant asOf) {
    return switch (dimension) {
      case ENGINEER -> completed(period, asOf, visit -> visit.engineer().value());
      case DEPARTMENT -> completed(period, asOf, visit -> visit.department().value());
      case TEAM, CAMPUS, CATEGORY, SYSTEM, HOUR -> Map.of();
    };
  }

  private Map<String, List<Figure>> completed(
      Period period, Instant asOf, Function<Visit, String> slice) {
    return visits(period, asOf).stream()
        .collect(
            Collectors.groupingBy(
                slice,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(), visits -> List.of(completed(visits)))));
  }

  /// Those that are over; today's may still be made.
  private List<Visit> visits(Period period, Instant asOf) {
    var today = LocalDate.ofInstant(asOf, zone);
    var end = LocalDate.ofInstant(period.to(), zone);
    return planned.apply(
        LocalDate.ofInstant(period.from(), zone), end.isBefore(today) ? end : today);
  }

  /// Visits that the ward has confirmed, of those planned and not excused.
  private static Figure completed(List<Visit> visits) {
    var excused = visits.stream().filter(visit -> visit.state() == State.EXCUSED).count();
    var confirmed = visits.stream().filter(visit -> visit.state() == State.CONFIRMED).count();
    var left = excused > 0 ? Map.of("excused", excused) : Map.<String, Long>of();
    return Figure.rate(Indicator.ROUND_COMPLETION_RATE, confirmed, visits.size() - excused, left);
  }

  /// Pain points of which something became within five working days.
  private Figure converted(List<Finding> all) {
    var pains = all.stream().filter(one -> one.kind().isPainPoint()).toList();
    var settled = pains.stream().filter(this::isSettledInTime).count();
    return Figure.rate(Indicator.PAIN_POINT_CONVERSION, settled, pains.size(), Map.of());
  }

  private boolean isSettledInTime(Finding finding) {
    if (finding.outcome().isEmpty() || finding.settled().isEmpty()) return false;
    var seen = LocalDate.ofInstant(finding.at(), zone);
    var settled = LocalDate.ofInstant(finding.settled().get(), zone);
    if (!settled.isAfter(seen)) return true;
    return seen.plusDays(1).datesUntil(settled.plusDays(1)).filter(workingDay).count()
        <= SETTLED_WITHIN;
  }
}
