package org.apricotdesk.desk.target;

import java.time.Duration;
import java.time.Instant;

/// Every second counts, day and night.
record AroundTheClock() implements Hours {
  @Override
  public Duration elapsed(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }

  @Override
  public Instant add(Instant from, Duration amount) {
    return from.plus(amount);
  }

  @Override
  public String code() {
    return "around_the_clock";
  }
}
