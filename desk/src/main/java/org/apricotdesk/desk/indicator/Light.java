package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a figure stands to its target: amber is less than one percentage point beside it, or a tenth
/// for what is no rate.
public enum Light {
  GREEN,
  AMBER,
  RED;

  private static final BigDecimal TENTH = new BigDecimal("0.1");

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of that code; empty if there is none.
  public static Optional<Light> of(String code) {
    return Arrays.stream(values()).filter(light -> light.code().equals(code)).findFirst();
  }

  /// @param denominator how many stand behind it
  /// @return empty where there is no value or no target, or too few to judge by
  public static Optional<Light> of(
      Indicator indicator, Optional<BigDecimal> value, long denominator) {
    return indicator.isSmall(denominator) ? Optional.empty() : of(indicator, value);
  }

  /// @return empty where there is no value or no target, or the target is not of the value
  static Optional<Light> of(Indicator indicator, Optional<BigDecimal> value) {
    if (value.isEmpty() || indicator.aim().isEmpty() || indicator.isOfVolume())
      return Optional.empty();
    var aim = indicator.aim().get();
    return Optional.of(
        indicator.unit() == Indicator.Unit.PERCENT
            ? of(aim, value.get(), BigDecimal.ONE)
            : of(aim, value.get(), aim.target().multiply(TENTH)));
  }

  /// Of a share that stands behind a count.
  ///
  /// @param percent in per cent
  static Light ofShare(Indicator indicator, BigDecimal percent) {
    return of(indicator.aim().orElseThrow(), percent, BigDecimal.ONE);
  }

  private static Light of(Indicator.Aim aim, BigDecimal value, BigDecimal room) {
    var gap = aim.more() ? aim.target().subtract(value) : value.subtract(aim.target());
    if (gap.signum() <= 0) return GREEN;
    return gap.compareTo(room) <= 0 ? AMBER : RED;
  }
}
