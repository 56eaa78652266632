package org.apricotdesk.desk.target;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The same time, but for that of some interruptions.
///
/// @param gaps in order and without overlap
record Interrupted(Hours hours, List<Interruption> gaps) implements Hours {
  /// @param gaps in any order; where they overlap they count once
  static Interrupted by(List<Interruption> gaps, Hours hours) {
    var apart = new ArrayList<Interruption>();
    for (var gap : gaps.stream().sorted(Comparator.comparing(Interruption::from)).toList()) {
      if (apart.isEmpty() || apart.getLast().to().isBefore(gap.from())) apart.add(gap);
      else {
        var last = apart.removeLast();
        apart.add(new Interruption(last.from(), later(last.to(), gap.to())));
      }
    }
    return new Interrupted(hours, List.copyOf(apart));
  }

  @Override
  public Duration elapsed(Instant from, Instant to) {
    var counted = hours.elapsed(from, to);
    for (var gap : gaps)
      counted = counted.minus(hours.elapsed(later(from, gap.from()), earlier(to, gap.to())));
    return counted;
  }

  @Override
  public Instant add(Instant from, Duration amount) {
    var at = from;
    var left = amount;
    for (var gap : gaps) {
      if (!gap.to().isAfter(at)) continue;
      var open = hours.elapsed(at, gap.from());
      if (left.compareTo(open) <= 0) break;
      left = left.minus(open);
      at = gap.to();
    }
    return hours.add(at, left);
  }

  @Override
  public String code() {
    return hours.code();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
