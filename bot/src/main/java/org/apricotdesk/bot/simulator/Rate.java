package org.apricotdesk.bot.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apricotdesk.config.time.AdjustableClock;

/// Counts what happened to each key within the last minute and the last hour.
final class Rate {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AdjustableClock clock;
  private final int perMinute;
  private final int perHour;
  private final Map<String, Deque<Instant>> seen = new HashMap<>();

  Rate(AdjustableClock clock, int perMinute, int perHour) {
    this.clock = clock;
    this.perMinute = perMinute;
    this.perHour = perHour;
  }

  /// Counts one more, unless that would be too many.
  boolean allows(String key) {
    var now = clock.instant();
    var times = seen.computeIfAbsent(key, _ -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(HOUR))) {
      times.removeFirst();
    }
    var lastMinute = times.stream().filter(t -> t.isAfter(now.minus(MINUTE))).count();
    if (times.size() >= perHour || lastMinute >= perMinute) {
      return false;
    }
    times.addLast(now);
    return true;
  }
}
