package org.apricotdesk.deploy.bench.month;

import java.util.concurrent.atomic.AtomicLong;

/// What the people of the month did, as they know it themselves.
final class Tally {
  final AtomicLong messages = new AtomicLong();
  final AtomicLong taps = new AtomicLong();
  final AtomicLong races = new AtomicLong();
  final AtomicLong racers = new AtomicLong();

  /// Who tapped first or not, and was not shown whose it is.
  final AtomicLong untold = new AtomicLong();

  /// How many messages and taps there were so far.
  long acts() {
    return messages.get() + taps.get();
  }
}
