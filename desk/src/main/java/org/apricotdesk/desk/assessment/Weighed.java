package org.apricotdesk.desk.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Something that counts by its weight. What has no points gives its weight to the others.
public interface Weighed {
  /// In per cent.
  int weight();

  /// 0 to 100; empty where there is nothing to judge by.
  Optional<BigDecimal> points();

  /// Empty where none has points.
  static Optional<BigDecimal> mean(List<? extends Weighed> all) {
    var weights = weights(all);
    if (weights == 0) return Optional.empty();
    var sum =
        all.stream()
            .flatMap(
                one -> one.points().map(p -> p.multiply(BigDecimal.valueOf(one.weight()))).stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(sum.divide(BigDecimal.valueOf(weights), MathContext.DECIMAL64));
  }

  /// How much this one counts among all of them, in per cent with one decimal; empty where it has
  /// no points.
  default Optional<BigDecimal> share(List<? extends Weighed> all) {
    return points()
        .filter(_ -> weight() > 0)
        .map(_ -> BigDecimal.valueOf(100L * weight()))
        .map(weight -> weight.divide(BigDecimal.valueOf(weights(all)), 1, RoundingMode.HALF_UP));
  }

  private static int weights(List<? extends Weighed> all) {
    return all.stream().filter(one -> one.points().isPresent()).mapToInt(Weighed::weight).sum();
  }
}
