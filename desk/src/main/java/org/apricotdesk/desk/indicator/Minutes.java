package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Figures over times. Percentiles are by nearest rank, so they are times that really occurred.
final class Minutes {
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
  private final List<Long> seconds;

  Minutes(Collection<Duration> times) {
    seconds = times.stream().map(Duration::toSeconds).sorted().toList();
  }

  int count() {
    return seconds.size();
  }

  /// @param percent such as 90
  Optional<BigDecimal> percentile(int percent) {
    if (seconds.isEmpty()) return Optional.empty();
    var rank = Math.ceilDiv(percent * seconds.size(), 100);
    return Optional.of(minutes(BigDecimal.valueOf(seconds.get(rank - 1)), RoundingMode.DOWN));
  }

  Optional<BigDecimal> mean() {
    if (seconds.isEmpty()) return Optional.empty();
    var sum = BigDecimal.valueOf(seconds.stream().mapToLong(Long::longValue).sum());
    var mean = sum.divide(BigDecimal.valueOf(seconds.size()), 6, RoundingMode.HALF_UP);
    return Optional.of(minutes(mean, RoundingMode.HALF_UP));
  }

  /// The middle one, or half way between the two in the middle.
  Optional<BigDecimal> median() {
    if (seconds.isEmpty()) return Optional.empty();
    var lower = BigDecimal.valueOf(seconds.get((seconds.size() - 1) / 2));
    var upper = BigDecimal.valueOf(seconds.get(seconds.size() / 2));
    var middle = lower.add(upper).divide(BigDecimal.TWO, 6, RoundingMode.HALF_UP);
    return Optional.of(minutes(middle, RoundingMode.HALF_UP));
  }

  private static BigDecimal minutes(BigDecimal seconds, RoundingMode rounding) {
    return seconds.divide(MINUTE, 0, rounding);
  }
}
