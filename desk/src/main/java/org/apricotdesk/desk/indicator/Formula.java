package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The formulas that do not start from tickets.
public final class Formula {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Duration NOTICE = Duration.ofHours(24);

  private Formula() {}

  /// One time a system was down.
  ///
  /// @param weight the share of the hospital that was affected, 1 for all of it
  public record Downtime(Instant from, Instant to, BigDecimal weight) {}

  /// Announced work on a system. What runs over, or was announced too late, is no plan.
  ///
  /// @param weight the share of the hospital that went without, 1 for all of it
  public record Planned(
      Instant announced, Instant from, Instant until, Instant really, BigDecimal weight) {
    boolean isPlanned() {
      return !announced.isAfter(from.minus(NOTICE));
    }
  }

  /// The share of the promised time in which a system worked. Nothing is promised where and while
  /// work is planned.
  public static Optional<BigDecimal> availability(
      Duration period, List<Planned> works, List<Downtime> downtimes) {
    var free = new ArrayList<Downtime>();
    var down = new ArrayList<>(downtimes);
    for (var work : works) {
      if (work.isPlanned()) {
        free.add(new Downtime(work.from(), earlier(work.until(), work.really()), work.weight()));
        if (work.really().isAfter(work.until()))
          down.add(new Downtime(work.until(), work.really(), work.weight()));
      } else down.add(new Downtime(work.from(), work.really(), work.weight()));
    }
    var promised = BigDecimal.valueOf(period.toSeconds()).subtract(lost(free));
    if (promised.signum() <= 0) return Optional.empty();
    var up = promised.subtract(lost(down));
    return Optional.of(up.multiply(HUNDRED).divide(promised, 2, RoundingMode.HALF_UP));
  }

  /// Overlapping times count once: with the largest share affected while they overlap.
  private static BigDecimal lost(List<Downtime> down) {
    var edges =
        down.stream()
            .flatMap(one -> List.of(one.from(), one.to()).stream())
            .distinct()
            .sorted()
            .toList();
    var total = BigDecimal.ZERO;
    for (var i = 1; i < edges.size(); i++) {
      var from = edges.get(i - 1);
      var to = edges.get(i);
      var weight =
          down.stream()
              .filter(one -> !one.from().isAfter(from) && !one.to().isBefore(to))
              .map(Downtime::weight)
              .max(Comparator.naturalOrder())
              .orElse(BigDecimal.ZERO);
      total = total.add(seconds(from, to).multiply(weight));
    }
    return total;
  }

  /// One core system's part in the whole.
  public record Part(BigDecimal weight, BigDecimal availability) {}

  /// The mean of the systems' availability by weight.
  public static Optional<BigDecimal> core(List<Part> parts) {
    var weights = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (weights.signum() == 0) return Optional.empty();
    return Optional.of(
        parts.stream()
            .map(part -> part.weight().multiply(part.availability()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(weights, 2, RoundingMode.HALF_UP));
  }

  /// What clinical departments think, from ratings and questionnaire; one alone is flagged.
  public record Satisfaction(Optional<BigDecimal> value, boolean surveyInsufficient) {}

  /// @param sufficient whether enough departments and people answered the questionnaire
  public static Satisfaction clinical(
      Optional<BigDecimal> tickets, Optional<BigDecimal> survey, boolean sufficient) {
    var valid = survey.filter(_ -> sufficient);
    if (valid.isEmpty()) return new Satisfaction(tickets, true);
    if (tickets.isEmpty()) return new Satisfaction(valid, false);
    var half = tickets.get().add(valid.get()).divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP);
    return new Satisfaction(Optional.of(half), false);
  }

  private static BigDecimal seconds(Instant from, Instant to) {
    return BigDecimal.valueOf(Math.max(0, Duration.between(from, to).toSeconds()));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
