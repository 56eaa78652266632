package org.apricotdesk.desk.suggestion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// What is measured before and after; domain §10.4. Without it no pilot begins.
///
/// @param source where the figure comes from
public record Baseline(
    String indicator, String source, String unit, BigDecimal before, BigDecimal target) {
  private static final BigDecimal NEARLY = new BigDecimal("0.8");

  /// What a measured value means.
  public enum Result {
    REACHED,
    /// At least four fifths of the improvement that was aimed at.
    PARTIAL,
    MISSED
  }

  public Result result(BigDecimal measured) {
    var share = share(measured);
    if (share.compareTo(BigDecimal.ONE) >= 0) return Result.REACHED;
    return share.compareTo(NEARLY) >= 0 ? Result.PARTIAL : Result.MISSED;
  }

  /// How much of the improvement that was aimed at is there, 1 for all of it.
  BigDecimal share(BigDecimal measured) {
    return before.subtract(measured).divide(before.subtract(target), MathContext.DECIMAL64);
  }

  /// The change in per cent of the value before, with two decimals; positive is better.
  public BigDecimal gain(BigDecimal measured) {
    var change = before.subtract(measured).multiply(BigDecimal.valueOf(100));
    var better = before.compareTo(target) > 0 ? change : change.negate();
    return better.divide(before.abs(), 2, RoundingMode.HALF_UP);
  }
}
