package org.apricotdesk.desk.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds what readers of a brief can do themselves.
@FunctionalInterface
public interface Tips {
  /// The article for everybody that helped most people within a time.
  Optional<Tip> best(Instant from, Instant to);

  /// @param people how many it helped
  record Tip(String title, List<String> steps, long people) {
    public Tip {
      steps = List.copyOf(steps);
    }
  }
}
