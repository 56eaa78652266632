package org.apricotdesk.desk.assessment;

import java.util.List;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicators.Failures;

/// What the points of a part come from.
public sealed interface Basis {
  record Counted(Figure figure) implements Basis {}

  /// Urgent faults of the engineer's systems.
  record Failed(Failures failures) implements Basis {}

  record Rated(List<Rating> ratings) implements Basis {
    public Rated {
      ratings = List.copyOf(ratings);
    }
  }

  /// There is nothing to count.
  record Nothing() implements Basis {}
}
