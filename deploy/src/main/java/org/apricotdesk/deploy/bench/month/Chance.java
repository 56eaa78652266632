package org.apricotdesk.deploy.bench.month;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Chance from a seed, so that every run of the month is the same.
final class Chance {
  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  boolean in(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// Whole minutes, both ends included.
  Duration minutes(int least, int most) {
    return Duration.ofMinutes(least + random.nextInt(most - least + 1));
  }

  /// Mostly around the middle, sometimes much longer.
  Duration work(int middle) {
    var factor = Math.exp(random.nextGaussian() * 0.7);
    return Duration.ofMinutes(Math.max(2, Math.round(middle * factor)));
  }

  /// How many come if so many are usual.
  int around(double usual) {
    return (int) Math.max(0, Math.round(usual + random.nextGaussian() * Math.sqrt(usual)));
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// A minute of the day by how much of the day's work comes in each hour.
  int minuteOf(int[] hours) {
    var all = 0;
    for (var hour : hours) all += hour;
    var pick = random.nextInt(all);
    var hour = 0;
    while (pick >= hours[hour]) pick -= hours[hour++];
    return hour * 60 + random.nextInt(60);
  }
}
