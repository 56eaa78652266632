package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.suggestion.Baseline;
import org.apricotdesk.desk.suggestion.Layer;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;

/// Whether what was approved was accepted by the day that was planned for it, and what was gained.
///
/// @param planned those that were to be accepted from one day up to, not including, another
/// @param measured those whose result was measured in a time
record WishCounts(
    BiFunction<LocalDate, LocalDate, List<Suggestion>> planned,
    BiFunction<Instant, Instant, List<Suggestion>> measured,
    ZoneId zone)
    implements Source {
  @Override
  public List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets) {
    return List.of(completed(planned(period), period), gained(measured(period)));
  }

  @Override
  public Map<String, List<Figure>> by(Dimension dimension, Period period, Instant asOf) {
    return switch (dimension) {
      case TEAM -> {
        var figures = new TreeMap<String, List<Figure>>();
        apart(planned(period), wish -> wish.team().map(TeamId::value))
            .forEach((team, wishes) -> figures.put(team, List.of(completed(wishes, period))));
        yield figures;
      }
      case ENGINEER -> byOwner(period);
      case DEPARTMENT, CAMPUS, CATEGORY, SYSTEM, HOUR -> Map.of();
    };
  }

  /// What was approved has one person who sees to it.
  private Map<String, List<Figure>> byOwner(Period period) {
    var figures = new TreeMap<String, List<Figure>>();
    apart(planned(period), WishCounts::owner)
        .forEach(
            (who, wishes) -> figures.put(who, new ArrayList<>(List.of(completed(wishes, period)))));
    apart(measured(period), WishCounts::owner)
        .forEach(
            (who, wishes) ->
                figures.computeIfAbsent(who, _ -> new ArrayList<>()).add(gained(wishes)));
    return figures;
  }

  private static Optional<String> owner(Suggestion wish) {
    return wish.owner().map(PersonId::value);
  }

  private static Map<String, List<Suggestion>> apart(
      List<Suggestion> wishes, Function<Suggestion, Optional<String>> slice) {
    return wishes.stream().collect(Collectors.groupingBy(wish -> slice.apply(wish).orElse("")));
  }

  private List<Suggestion> measured(Period period) {
    return measured.apply(period.from(), period.to());
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

  /// What failed is fed back in the end, too.
  private static boolean isAccepted(Suggestion wish, Instant end) {
    return switch (wish.stage()) {
      case ACCEPTED, FED_BACK ->
          wish.isGoodEnough() && wish.measuredAt().filter(at -> at.isBefore(end)).isPresent();
      default -> false;
    };
  }

  private static Figure gained(List<Suggestion> all) {
    var gains = all.stream().filter(WishCounts::saves).flatMap(w -> w.gain().stream()).toList();
    var others = (long) all.size() - gains.size();
    var left = others > 0 ? Map.of("other_layer", others) : Map.<String, Long>of();
    return Figure.mean(Indicator.EFFICIENCY_GAIN, gains, left);
  }

  private static boolean saves(Suggestion wish) {
    return wish.layer().filter(layer -> layer == Layer.EFFICIENCY).isPresent();
  }

  @Override
  public List<Matter> behind(Indicator indicator, Period period, Instant asOf) {
    return behind(indicator, period, _ -> true);
  }

  @Override
  public List<Matter> behind(Indicator indicator, Period period, Instant asOf, PersonId engineer) {
    return behind(indicator, period, wish -> wish.owner().equals(Optional.of(engineer)));
  }

  private List<Matter> behind(Indicator indicator, Period period, Predicate<Suggestion> which) {
    return switch (indicator) {
      case EFFICIENCY_GAIN ->
          measured(period).stream()
              .filter(WishCounts::saves)
              .filter(which)
              .map(this::gain)
              .toList();
      case REQUIREMENT_COMPLETION_RATE ->
          planned(period).stream().filter(which).map(this::plan).toList();
      default -> List.of();
    };
  }

  private Matter gain(Suggestion wish) {
    var on = LocalDate.ofInstant(wish.measuredAt().orElseThrow(), zone);
    return new Matter(name(wish), on, "", wish.baseline().map(b -> gist(b, wish)).orElse(""));
  }

  private static String gist(Baseline there, Suggestion wish) {
    return "%s: %s → %s %s (%s%%)"
        .formatted(
            there.indicator(),
            there.before().toPlainString(),
            wish.measured().orElseThrow().toPlainString(),
            there.unit(),
            wish.gain().orElseThrow().toPlainString());
  }

  private Matter plan(Suggestion wish) {
    var on = wish.plannedEnd().orElseThrow();
    var reached =
        wish.measuredAt()
            .filter(_ -> wish.isGoodEnough())
            .map(at -> " → " + LocalDate.ofInstant(at, zone))
            .orElse("");
    return new Matter(name(wish), on, "", on + reached);
  }

  private static String name(Suggestion wish) {
    return "#" + wish.number().value() + " " + wish.title();
  }
}
