package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.util.Optional;

/// From the first moment up to, not including, the second.
public record Period(Instant from, Instant to) {
  public Period {
    if (!from.isBefore(to)) throw new IllegalArgumentException(from + " is not before " + to);
  }

  boolean holds(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }

  boolean holds(Optional<Instant> moment) {
    return moment.filter(this::holds).isPresent();
  }
}
