package org.apricotdesk.desk.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Figures over times, of how many took how many whole minutes. Percentiles are by nearest rank, so
/// they are times that really occurred.
final class Minutes {
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private final SortedMap<Long, Long> counts = new TreeMap<>();
  private long seconds;
  private long count;

  static Minutes of(Collection<Duration> times) {
    var minutes = new Minutes();
    times.forEach(minutes::add);
    return minutes;
  }

  void add(Duration time) {
    add(time.toMinutes(), 1);
    lasted(time.toSeconds());
  }

  void add(long minute, long times) {
    counts.merge(minute, times, Long::sum);
    count += times;
  }

  /// All of them together took so long.
  void lasted(long sum) {
    seconds += sum;
  }

  long count() {
    return count;
  }

  /// @param percent such as 90
  Optional<BigDecimal> percentile(int percent) {
    if (count == 0) return Optional.empty();
    return Optional.of(BigDecimal.valueOf(at(Math.ceilDiv(percent * count, 100))));
  }

  Optional<BigDecimal> mean() {
    if (count == 0) return Optional.empty();
    var all = MINUTE.multiply(BigDecimal.valueOf(count));
    return Optional.of(BigDecimal.valueOf(seconds).divide(all, 0, RoundingMode.HALF_UP));
  }

  /// The middle one, or half way between the two in the middle.
  Optional<BigDecimal> median() {
    if (count == 0) return Optional.empty();
    var both = BigDecimal.valueOf(at((count + 1) / 2) + at(count / 2 + 1));
    return Optional.of(both.divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP));
  }

  /// @param rank from 1
  private long at(long rank) {
    var passed = 0L;
    for (Map.Entry<Long, Long> minute : counts.entrySet()) {
      passed += minute.getValue();
      if (passed >= rank) return minute.getKey();
    }
    throw new IllegalArgumentException("no rank " + rank + " among " + count);
  }
}
