package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/// One computed figure.
///
/// @param value empty where there is nothing to count: never 0 or 100 instead
/// @param excluded how many tickets were left out, by reason
public record Figure(
    Indicator indicator,
    Optional<BigDecimal> value,
    long numerator,
    long denominator,
    Map<String, Long> excluded) {
  private static final int SMALL = 5;

  public Figure {
    excluded = Map.copyOf(excluded);
  }

  public Optional<Light> light() {
    return Light.of(indicator, value);
  }

  /// Whether so few stand behind it that one could tell who they are.
  public boolean isSmall() {
    return indicator.unit() != Indicator.Unit.COUNT && denominator < SMALL;
  }

  static Figure rate(Indicator indicator, long good, long all, Map<String, Long> excluded) {
    return new Figure(indicator, percent(good, all), good, all, excluded);
  }

  static Figure count(Indicator indicator, long count) {
    return new Figure(indicator, Optional.of(BigDecimal.valueOf(count)), count, count, Map.of());
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
