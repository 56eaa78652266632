package org.apricotdesk.desk.target;

import java.time.Duration;
import java.time.Instant;

/// Which time counts towards a promise.
public sealed interface Hours permits BusinessCalendar, AroundTheClock, Interrupted {
  Hours AROUND_THE_CLOCK = new AroundTheClock();

  /// How much of the time from one moment to the other counts; nothing if they are the wrong way
  /// round.
  Duration elapsed(Instant from, Instant to);

  /// The earliest moment by which so much has counted, starting at `from`.
  Instant add(Instant from, Duration amount);

  /// `around_the_clock` or `business`.
  String code();
}
