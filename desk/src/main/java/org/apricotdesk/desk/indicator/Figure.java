package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apricotdesk.desk.survey.Wilson;

/// One computed figure.
///
/// @param value empty where there is nothing to count: never 0 or 100 instead
/// @param excluded how many were left out, by reason
/// @param flags what has to be said with it, such as `survey_insufficient`
/// @param light how it stands to its target; empty while too few stand behind it to judge by
public record Figure(
    Indicator indicator,
    Optional<BigDecimal> value,
    long numerator,
    long denominator,
    Map<String, Long> excluded,
    List<String> flags,
    Optional<Light> light) {
  private static final String LOST_TIME = "lost_time";

  public Figure {
    excluded = Map.copyOf(excluded);
    flags = List.copyOf(flags);
  }

  Figure(
      Indicator indicator,
      Optional<BigDecimal> value,
      long numerator,
      long denominator,
      Map<String, Long> excluded,
      List<String> flags) {
    this(
        indicator,
        value,
        numerator,
        denominator,
        excluded,
        flags,
        Light.of(indicator, value, denominator));
  }

  Figure(
      Indicator indicator,
      Optional<BigDecimal> value,
      long numerator,
      long denominator,
      Map<String, Long> excluded) {
    this(indicator, value, numerator, denominator, excluded, List.of());
  }

  /// Whether so few stand behind it that one could tell who they are.
  public boolean isSmall() {
    return indicator.isSmall(denominator);
  }

  /// Whether it is a share of so few.
  public boolean isShareOfFew() {
    return indicator.unit() == Indicator.Unit.PERCENT && isSmall();
  }

  /// Whether its value is the numerator's share of the denominator; that of times or gains is not.
  public boolean isShare() {
    return indicator.unit() == Indicator.Unit.PERCENT
        && value.isPresent()
        && value.equals(percent(numerator, denominator));
  }

  /// Where a share probably lies; empty for what is no share of a number of things.
  public Optional<Wilson> interval() {
    var share = indicator.unit() == Indicator.Unit.PERCENT && !indicator.isOfTime();
    return share && denominator > 0 && numerator <= denominator && numerator >= 0
        ? Optional.of(Wilson.interval(numerator, denominator))
        : Optional.empty();
  }

  Figure saying(String flag) {
    return new Figure(indicator, value, numerator, denominator, excluded, List.of(flag));
  }

  /// The same with so many of those that missed counted as hits, as what made them miss was not
  /// theirs to help.
  public Figure excusing(long missed) {
    var left = new TreeMap<>(excluded);
    left.put(LOST_TIME, missed);
    return rate(indicator, numerator + missed, denominator, left);
  }

  /// The same, judged otherwise than by its value.
  Figure judged(Optional<Light> light) {
    return new Figure(indicator, value, numerator, denominator, excluded, flags, light);
  }

  static Figure rate(Indicator indicator, long good, long all, Map<String, Long> excluded) {
    return new Figure(indicator, percent(good, all), good, all, excluded);
  }

  static Figure count(Indicator indicator, long count) {
    return new Figure(indicator, Optional.of(BigDecimal.valueOf(count)), count, count, Map.of());
  }

  /// The mean of values that stand for themselves; negative ones are not hidden.
  public static Figure mean(
      Indicator indicator, List<BigDecimal> values, Map<String, Long> excluded) {
    var sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var mean =
        values.isEmpty()
            ? Optional.<BigDecimal>empty()
            : Optional.of(sum.divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP));
    return new Figure(indicator, mean, 0, values.size(), excluded);
  }

  /// Per cent with two decimals, half up, from the exact counts.
  static Optional<BigDecimal> percent(long good, long all) {
    if (all == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(good)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP));
  }
}
