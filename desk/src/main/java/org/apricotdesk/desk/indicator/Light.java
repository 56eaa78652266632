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

  /// @return empty where there is no value or no target
  static Optional<Light> of(Indicator indicator, Optional<BigDecimal> value) {
    if (value.isEmpty() || indicator.aim().isEmpty()) return Optional.empty();
    var aim = indicator.aim().get();
    var target = aim.target();
    var gap = aim.more() ? target.subtract(value.get()) : value.get().subtract(target);
    var room = indicator.unit() == Indicator.Unit.PERCENT ? BigDecimal.ONE : target.multiply(TENTH);
    if (gap.signum() <= 0) return Optional.of(GREEN);
    return Optional.of(gap.compareTo(room) <= 0 ? AMBER : RED);
  }
}
