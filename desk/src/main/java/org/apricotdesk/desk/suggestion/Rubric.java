package org.apricotdesk.desk.suggestion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/// What the reviewers think together: the mean of both axes, their product, and what follows;
/// domain §10.3. Of seven or more the highest and the lowest do not count.
public record Rubric(BigDecimal urgency, BigDecimal value, BigDecimal score, Band band) {
  private static final int MANY = 7;

  /// What a score is good for.
  public enum Band {
    APPROVE_NOW,
    APPROVE_PLANNED,
    DEFER,
    DECLINE
  }

  /// @param scores at least one
  public static Rubric of(List<Score> scores) {
    return of(
        scores.stream().map(Score::urgency).toList(), scores.stream().map(Score::value).toList());
  }

  static Rubric of(List<BigDecimal> urgencies, List<BigDecimal> values) {
    var urgency = mean(urgencies);
    var value = mean(values);
    var score = urgency.multiply(value).setScale(2, RoundingMode.HALF_UP);
    return new Rubric(
        urgency.setScale(2, RoundingMode.HALF_UP),
        value.setScale(2, RoundingMode.HALF_UP),
        score,
        band(score));
  }

  private static BigDecimal mean(List<BigDecimal> marks) {
    var sorted = marks.stream().sorted().toList();
    var counted = sorted.size() >= MANY ? sorted.subList(1, sorted.size() - 1) : sorted;
    return counted.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(counted.size()), MathContext.DECIMAL64);
  }

  private static Band band(BigDecimal score) {
    if (score.compareTo(BigDecimal.valueOf(16)) >= 0) return Band.APPROVE_NOW;
    if (score.compareTo(BigDecimal.valueOf(9)) >= 0) return Band.APPROVE_PLANNED;
    return score.compareTo(BigDecimal.valueOf(4)) >= 0 ? Band.DEFER : Band.DECLINE;
  }

  /// Whether enough have spoken, from all sides: five, of them two clinical, one functional, one of
  /// the information department.
  public static boolean isQuorum(List<Score> scores) {
    Function<Score.Side, Long> of =
        side -> scores.stream().filter(score -> score.side() == side).count();
    return scores.size() >= 5
        && of.apply(Score.Side.CLINICAL) >= 2
        && of.apply(Score.Side.FUNCTIONAL) >= 1
        && of.apply(Score.Side.IT) >= 1;
  }
}
