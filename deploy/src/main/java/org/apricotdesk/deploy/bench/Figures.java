package org.apricotdesk.deploy.bench;

import java.time.Duration;
import java.util.Arrays;

/// What one measurement came to.
///
/// @param failed requests that were not answered as they should be
record Figures(long done, long failed, Duration took, Duration median, Duration p99) {

  /// @param nanos how long each took
  static Figures of(long[] nanos, long failed, Duration took) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Figures(sorted.length, failed, took, at(sorted, 0.5), at(sorted, 0.99));
  }

  double perSecond() {
    return done / (took.toNanos() / 1e9);
  }

  private static Duration at(long[] sorted, double share) {
    if (sorted.length == 0) return Duration.ZERO;
    return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, sorted.length * share)]);
  }
}
