package org.apricotdesk.desk.indicator;

import java.util.EnumMap;
import java.util.Map;

/// Marks added up.
final class Sums {
  private final Map<Tally, Sum> sums = new EnumMap<>(Tally.class);
  private final Map<Tally, Minutes> times = new EnumMap<>(Tally.class);

  /// @param seconds of all of them together
  record Sum(long counted, long hits, long seconds) {
    static final Sum NONE = new Sum(0, 0, 0);

    static Sum of(Mark mark) {
      return new Sum(1, mark.hit() ? 1 : 0, mark.used().toSeconds());
    }

    Sum plus(Sum other) {
      return new Sum(counted + other.counted, hits + other.hits, seconds + other.seconds);
    }

    Sum negated() {
      return new Sum(-counted, -hits, -seconds);
    }

    boolean isNone() {
      return equals(NONE);
    }

    /// Those that count but are no hit.
    long missed() {
      return counted - hits;
    }
  }

  void add(Mark mark) {
    add(mark.tally(), Sum.of(mark));
    if (mark.tally().isOfTimes()) addTimes(mark.tally(), mark.used().toMinutes(), 1);
  }

  void add(Tally tally, Sum sum) {
    sums.merge(tally, sum, Sum::plus);
    if (tally.isOfTimes()) minutes(tally).lasted(sum.seconds());
  }

  void addTimes(Tally tally, long minute, long count) {
    minutes(tally).add(minute, count);
  }

  private Minutes minutes(Tally tally) {
    return times.computeIfAbsent(tally, _ -> new Minutes());
  }

  Sum of(Tally tally) {
    return sums.getOrDefault(tally, Sum.NONE);
  }

  Minutes times(Tally tally) {
    return times.getOrDefault(tally, new Minutes());
  }
}
