package org.apricotdesk.config.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that can be set and moved on. It stands still, or runs on from where it was put.
public final class AdjustableClock extends Clock {
  private final InstantSource base;
  private final AtomicReference<Duration> offset;
  private final ZoneId zone;

  private AdjustableClock(InstantSource base, AtomicReference<Duration> offset, ZoneId zone) {
    this.base = base;
    this.offset = offset;
    this.zone = zone;
  }

  /// A clock that stands at an instant until it is moved.
  public static AdjustableClock at(Instant instant) {
    return new AdjustableClock(
        InstantSource.fixed(instant), new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
  }

  /// A clock that shows the real time until it is moved, and runs on after that.
  public static AdjustableClock running() {
    return new AdjustableClock(
        InstantSource.system(), new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
  }

  public void advance(Duration by) {
    offset.updateAndGet(old -> old.plus(by));
  }

  public void set(Instant to) {
    offset.set(Duration.between(base.instant(), to));
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new AdjustableClock(base, offset, other);
  }
}
