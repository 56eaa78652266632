package org.apricotdesk.desk.suggestion;

import java.math.BigDecimal;
import org.apricotdesk.desk.staff.PersonId;

/// What one reviewer thinks, each from 1 to 5 in halves; domain §10.3.
///
/// @param side who the reviewer speaks for
public record Score(
    PersonId by,
    Side side,
    BigDecimal safety,
    BigDecimal frequency,
    BigDecimal regulation,
    BigDecimal quality,
    BigDecimal efficiency,
    BigDecimal cost,
    BigDecimal coverage) {

  /// Whom a reviewer speaks for.
  public enum Side {
    CLINICAL,
    FUNCTIONAL,
    IT
  }

  /// 临床急需: how much it is needed.
  BigDecimal urgency() {
    return weigh(safety, "0.4").add(weigh(frequency, "0.3")).add(weigh(regulation, "0.3"));
  }

  /// 价值显著: how much it is worth.
  BigDecimal value() {
    return weigh(quality, "0.4")
        .add(weigh(efficiency, "0.3"))
        .add(weigh(cost, "0.2"))
        .add(weigh(coverage, "0.1"));
  }

  private static BigDecimal weigh(BigDecimal mark, String weight) {
    return mark.multiply(new BigDecimal(weight));
  }

  boolean inRange() {
    return java.util.stream.Stream.of(
            safety, frequency, regulation, quality, efficiency, cost, coverage)
        .allMatch(Score::isMark);
  }

  private static boolean isMark(BigDecimal mark) {
    return mark.compareTo(BigDecimal.ONE) >= 0
        && mark.compareTo(BigDecimal.valueOf(5)) <= 0
        && mark.multiply(BigDecimal.TWO).stripTrailingZeros().scale() <= 0;
  }
}
