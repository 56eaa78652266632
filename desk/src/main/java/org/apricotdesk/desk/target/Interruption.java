package org.apricotdesk.desk.target;

import java.time.Instant;

/// A time in which nobody could work on what was promised, from one moment up to, not including,
/// another.
public record Interruption(Instant from, Instant to) {
  public Interruption {
    if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
  }
}
