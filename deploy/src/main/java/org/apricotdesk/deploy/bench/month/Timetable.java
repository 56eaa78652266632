package org.apricotdesk.deploy.bench.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// What people are going to do, in the order of time; what is planned first goes first.
final class Timetable {
  private record Entry(Instant at, long number, Runnable act) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
  private long number;

  void at(Instant at, Runnable act) {
    entries.add(new Entry(at, ++number, act));
  }

  Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::at);
  }

  /// What is to be done by now.
  List<Runnable> due(Instant now) {
    var due = new ArrayList<Runnable>();
    while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) due.add(entries.remove().act());
    return due;
  }
}
