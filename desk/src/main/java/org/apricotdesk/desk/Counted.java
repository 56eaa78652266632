package org.apricotdesk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.apricotdesk.desk.indicator.Indicators;

/// Keeps the sums of the figures in step with the tickets, some seconds behind and on busy days
/// further, a little at a time; whoever looks at figures counts the rest.
final class Counted implements IntSupplier {
  private static final Duration REST = Duration.ofSeconds(15);

  /// While there is more; counting takes a small part of the time however much happens.
  private static final Duration BREATHER = Duration.ofSeconds(3);

  private final Indicators indicators;
  private final Clock clock;
  private Instant next = Instant.MIN;

  Counted(Indicators indicators, Clock clock) {
    this.indicators = indicators;
    this.clock = clock;
  }

  @Override
  public int getAsInt() {
    var now = clock.instant();
    if (now.isBefore(next)) return 0;
    next = now.plus(REST);
    if (indicators.countSome()) next = now.plus(BREATHER);
    return 0;
  }
}
