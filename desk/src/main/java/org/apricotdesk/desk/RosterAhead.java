package org.apricotdesk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;

/// Keeps a roster for the coming two weeks; yesterday's night shift is still at work this morning.
final class RosterAhead implements IntSupplier {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int DAYS = 15;

  private final ToIntBiFunction<LocalDate, LocalDate> draft;
  private final Clock clock;
  private final ZoneId zone;
  private Instant next = Instant.MIN;

  RosterAhead(ToIntBiFunction<LocalDate, LocalDate> draft, Clock clock, ZoneId zone) {
    this.draft = draft;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public int getAsInt() {
    var now = clock.instant();
    if (now.isBefore(next)) return 0;
    next = now.plus(EVERY);
    var today = LocalDate.ofInstant(now, zone);
    return draft.applyAsInt(today.minusDays(1), today.plusDays(DAYS));
  }
}
