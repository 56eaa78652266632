package org.apricotdesk.bot.wecom.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Counts what is said in each chat: the platform takes 30 a minute and 1000 an hour, answers and
/// pushes together.
final class Throttle {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int A_MINUTE = 30;
  private static final int AN_HOUR = 1000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> said = new ConcurrentHashMap<>();

  Throttle(Clock clock) {
    this.clock = clock;
  }

  /// An answer is always tried, and counted.
  void count(String chat) {
    var now = clock.instant();
    said.compute(chat, (_, times) -> with(recent(times, now), now));
  }

  /// How long a push must wait; zero if there is room, which is then taken.
  Duration take(String chat) {
    var now = clock.instant();
    var wait = new Duration[] {Duration.ZERO};
    said.compute(
        chat,
        (_, times) -> {
          var recent = recent(times, now);
          wait[0] = wait(recent, now);
          return wait[0].isZero() ? with(recent, now) : recent;
        });
    return wait[0];
  }

  private static Deque<Instant> recent(@Nullable Deque<Instant> times, Instant now) {
    var recent = times == null ? new ArrayDeque<Instant>() : times;
    while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(HOUR))) recent.removeFirst();
    return recent;
  }

  private static Duration wait(Deque<Instant> recent, Instant now) {
    var minute = recent.stream().filter(time -> time.isAfter(now.minus(MINUTE))).toList();
    if (recent.size() >= AN_HOUR) return Duration.between(now, recent.getFirst().plus(HOUR));
    if (minute.size() >= A_MINUTE) return Duration.between(now, minute.getFirst().plus(MINUTE));
    return Duration.ZERO;
  }

  private static Deque<Instant> with(Deque<Instant> times, Instant now) {
    times.addLast(now);
    return times;
  }
}
