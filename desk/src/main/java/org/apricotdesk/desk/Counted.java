package org.apricotdesk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.apricotdesk.desk.indicator.Indicators;

/// Keeps the sums of the figures in step with the tickets, some seconds behind; whoever looks at
/// figures counts the rest.
final class Counted implements IntSupplier {
  private static final Duration REST = Duration.ofSeconds(15);

  private final Indicators indicators;
  private final Clock clock;
  private Instant next = Instant.MIN;

  Counted(Indicators indicators, Clock clock) {
    this.indicators = indicators;
    this.clock = clock;
  }

  @Override
  public int getAsInt() {
    if (clock.instant().isBefore(next)) return 0;
    next = clock.instant().plus(REST);
    indicators.catchUp();
    return 0;
  }
}
