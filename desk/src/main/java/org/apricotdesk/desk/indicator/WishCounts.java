package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.desk.suggestion.Baseline.Result;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionEvent;
import org.apricotdesk.desk.suggestion.SuggestionEvent.What.Measured;
import org.apricotdesk.desk.suggestion.SuggestionNumber;

/// Whether what was approved was accepted by the day that was planned for it.
///
/// @param planned those that were to be accepted from one day up to, not including, another
/// @param history all that happened to one
record WishCounts(
    BiFunction<LocalDate, LocalDate, List<Suggestion>> planned,
    Function<SuggestionNumber, List<SuggestionEvent>> history,
    ZoneId zone)
    implements Source {
  @Override
  public List<Figure> whole(Period period, Instant asOf) {
    return List.of(completed(planned(period), period));
  }

  @Override
  public Map<String, List<Figure>> by(Dimension dimension, Period period, Instant asOf) {
    if (dimension != Dimension.TEAM) return Map.of();
    return planned(period).stream()
        .collect(
            Collectors.groupingBy(
                wish -> wish.team().map(team -> team.value()).orElse(""),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(), wishes -> List.of(completed(wishes, period)))));
  }

  private List<Suggestion> planned(Period period) {
    return planned.apply(
        LocalDate.ofInstant(period.from(), zone), LocalDate.ofInstant(period.to(), zone));
  }

  /// What its proposer took back does not count; what was accepted after the period does not yet.
  private Figure completed(List<Suggestion> planned, Period period) {
    var withdrawn = planned.stream().filter(wish -> wish.stage() == Stage.WITHDRAWN).count();
    var accepted = planned.stream().filter(wish -> isAccepted(wish, period.to())).count();
    var left = withdrawn > 0 ? Map.of("withdrawn", withdrawn) : Map.<String, Long>of();
    return Figure.rate(
        Indicator.REQUIREMENT_COMPLETION_RATE, accepted, planned.size() - withdrawn, left);
  }

  private boolean isAccepted(Suggestion wish, Instant end) {
    return switch (wish.stage()) {
      case ACCEPTED -> wish.reached().isBefore(end);
      case FED_BACK -> hasPassed(wish.number(), end);
      default -> false;
    };
  }

  /// What failed is fed back in the end, too.
  private boolean hasPassed(SuggestionNumber number, Instant end) {
    return history.apply(number).stream()
        .filter(event -> event.at().isBefore(end))
        .map(SuggestionEvent::what)
        .anyMatch(
            what -> what instanceof Measured(var _, var r, var _, var _) && r != Result.MISSED);
  }
}
