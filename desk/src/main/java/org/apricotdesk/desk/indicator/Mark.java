package org.apricotdesk.desk.indicator;

import java.time.Duration;
import java.time.Instant;

/// What one ticket adds to one count.
///
/// @param at decides in which period it counts
/// @param hit whether it is in the numerator
/// @param used time, where that is counted
record Mark(Tally tally, Instant at, boolean hit, Duration used) {
  static Mark of(Tally tally, Instant at, boolean hit) {
    return new Mark(tally, at, hit, Duration.ZERO);
  }

  static Mark of(Tally tally, Instant at) {
    return of(tally, at, true);
  }
}
