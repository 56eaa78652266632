package org.apricotdesk.desk.incident;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// How many reports of a kind usually come in at that hour of such a day: learned from the past
/// weeks, with a little more than nothing where nothing was seen.
final class Usual {
  private static final double UNSEEN_PER_HOUR = 0.02;

  /// What `+` adds to a mean of few hours, so that three quiet Sundays prove nothing.
  private static final double CAUTION = 1.25;

  private final ZoneId zone;
  private final Map<String, double[]> hourly;

  private Usual(ZoneId zone, Map<String, double[]> hourly) {
    this.zone = zone;
    this.hourly = hourly;
  }

  /// Before anything was learned.
  static Usual unknown(ZoneId zone) {
    return new Usual(zone, Map.of());
  }

  static Learning learning(ZoneId zone) {
    return new Learning(zone);
  }

  /// How many are to be expected in so long a time around then.
  double expected(String group, Instant at, Duration time) {
    var rates = hourly.get(group);
    var rate = rates == null ? UNSEEN_PER_HOUR : Math.max(rates[slot(at, zone)], UNSEEN_PER_HOUR);
    return rate * CAUTION * time.toSeconds() / 3600.0;
  }

  private static int slot(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    var free =
        local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    return local.getHour() + (free ? 24 : 0);
  }

  /// Counts of the past, while they are being added up.
  static final class Learning {
    private final ZoneId zone;
    private final Map<String, double[]> counts = new HashMap<>();

    private Learning(ZoneId zone) {
      this.zone = zone;
    }

    Learning saw(String category, Instant hour, long times) {
      var slot = slot(hour, zone);
      for (var group : groups(category))
        counts.computeIfAbsent(group, _ -> new double[48])[slot] += times;
      return this;
    }

    private static String[] groups(String category) {
      var parts = category.split("\\.", -1);
      var groups = new String[parts.length];
      for (var i = 0; i < parts.length; i++)
        groups[i] = String.join(".", java.util.Arrays.copyOf(parts, i + 1));
      return groups;
    }

    /// @param weeks how many weeks were added up
    Usual over(int weeks) {
      counts
          .values()
          .forEach(
              slots -> {
                for (var i = 0; i < slots.length; i++) slots[i] /= weeks * (i < 24 ? 5.0 : 2.0);
              });
      return new Usual(zone, Map.copyOf(counts));
    }
  }
}
