package org.apricotdesk.desk.brief;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Light;

/// The numbers of a brief's days as they were when it was drafted.
///
/// @param days tickets reported on each day
/// @param months how it went over half a year, the brief's own days last
/// @param topics what most reports were about
/// @param lowest the core system that worked the least; empty if none was ever down
public record Facts(
    Instant asOf,
    List<Told> numbers,
    List<Bar> days,
    List<Month> months,
    List<Bar> topics,
    List<Campus> campuses,
    Optional<Lowest> lowest) {
  private static final int ENOUGH_TO_COMPARE = 30;
  private static final BigDecimal NOTICEABLE = new BigDecimal("0.02");

  public Facts {
    numbers = List.copyOf(numbers);
    days = List.copyOf(days);
    months = List.copyOf(months);
    topics = List.copyOf(topics);
    campuses = List.copyOf(campuses);
  }

  /// One indicator, and what it was the days before.
  ///
  /// @param light how it stood to its target
  /// @param flags what has to be said with it, such as `survey_insufficient`
  public record Told(
      Indicator indicator,
      Optional<BigDecimal> value,
      long denominator,
      Optional<BigDecimal> before,
      long beforeDenominator,
      Optional<Light> light,
      List<String> flags) {
    public Told {
      flags = List.copyOf(flags);
    }

    /// Whether so few stand behind it that one could tell who they are.
    public boolean isSmall() {
      return indicator.isSmall(denominator);
    }

    /// What it was before; empty where that stood for so few that it is not told.
    public Optional<BigDecimal> toldBefore() {
      return before.filter(_ -> !indicator.isSmall(beforeDenominator));
    }

    /// Differences of less than two per cent are none; others between few tickets say nothing.
    public Trend trend() {
      if (value.isEmpty() || toldBefore().isEmpty()) return Trend.UNKNOWN;
      var change = value.get().subtract(before.get());
      if (change.abs().compareTo(before.get().abs().multiply(NOTICEABLE)) <= 0) return Trend.STEADY;
      if (Math.min(denominator, beforeDenominator) < ENOUGH_TO_COMPARE) return Trend.UNKNOWN;
      return change.signum() > 0 ? Trend.UP : Trend.DOWN;
    }
  }

  /// Which way a number went.
  public enum Trend {
    UP,
    DOWN,
    STEADY,
    /// Nothing to compare it with.
    UNKNOWN
  }

  public record Bar(String name, long count) {}

  /// @param name such as `2026-03`
  public record Month(
      String name, Optional<BigDecimal> response, Optional<BigDecimal> resolution) {}

  public record Lowest(String system, BigDecimal availability) {}

  public record Campus(
      String name,
      long count,
      Optional<BigDecimal> response,
      Optional<BigDecimal> resolution,
      Optional<BigDecimal> satisfied) {}

  public Optional<Told> number(Indicator indicator) {
    return numbers.stream().filter(number -> number.indicator() == indicator).findFirst();
  }
}
