package org.apricotdesk.bot.contacts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apricotdesk.config.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the whole address book at once and then every hour of the clock, which may be moved.
final class Hourly implements Loop.Pass {
  private static final Logger LOG = LoggerFactory.getLogger(Hourly.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Clock clock;
  private final Runnable reading;
  private Instant next = Instant.MIN;

  Hourly(Clock clock, Runnable reading) {
    this.clock = clock;
    this.reading = reading;
  }

  @Override
  public Duration run() {
    if (!clock.instant().isBefore(next)) next = clock.instant().plus(pauseAfter());
    return LOOK;
  }

  private Duration pauseAfter() {
    try {
      reading.run();
      return EVERY;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LOG.warn("the address book could not be read: {}", failure.toString());
      return AGAIN;
    }
  }
}
