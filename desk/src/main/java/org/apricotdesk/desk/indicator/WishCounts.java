package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    return List.of(completed(planned(period), period), gained(period));
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

  /// What failed is fed back in the end, too.
  private static boolean isAccepted(Suggestion wish, Instant end) {
    return switch (wish.stage()) {
      case ACCEPTED, FED_BACK ->
          wish.isGoodEnough() && wish.measuredAt().filter(at -> at.isBefore(end)).isPresent();
      default -> false;
    };
  }

  private Figure gained(Period period) {
    var all = measured.apply(period.from(), period.to());
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
    return switch (indicator) {
      case EFFICIENCY_GAIN ->
          measured.apply(period.from(), period.to()).stream()
              .filter(WishCounts::saves)
              .map(this::gain)
              .toList();
      case REQUIREMENT_COMPLETION_RATE -> planned(period).stream().map(this::plan).toList();
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
