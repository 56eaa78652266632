package org.apricotdesk.desk.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apricotdesk.desk.staff.PersonId;

/// Counts figures from something other than tickets: the whole hospital's, whoever looks.
interface Source {
  /// @param asOf the end of what still lasts
  /// @param tickets what is certain of the whole hospital's tickets in the period
  List<Figure> whole(Period period, Instant asOf, Supplier<Sums> tickets);

  /// The same told apart, by slice; empty where that cannot be.
  default Map<String, List<Figure>> by(Dimension dimension, Period period, Instant asOf) {
    return Map.of();
  }

  /// What a figure of its own was counted from, where it knows that one by one.
  default List<Matter> behind(Indicator indicator, Period period, Instant asOf) {
    return List.of();
  }

  /// The same of what one engineer answers for.
  default List<Matter> behind(Indicator indicator, Period period, Instant asOf, PersonId engineer) {
    return List.of();
  }
}
