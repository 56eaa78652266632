package org.apricotdesk.desk.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators.Failures;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Tier;

/// What is known of one engineer's term.
///
/// @param failures of the systems the engineer answers for; empty where there are none of those
record Evidence(
    Person engineer,
    Tier tier,
    Map<Indicator, Figure> figures,
    Optional<Failures> failures,
    List<Rating> ratings,
    List<Breach> breaches) {
  Evidence {
    figures = Map.copyOf(figures);
    ratings = List.copyOf(ratings);
    breaches = List.copyOf(breaches);
  }

  Optional<Figure> figure(Indicator indicator) {
    return Optional.ofNullable(figures.get(indicator));
  }

  /// How many tickets were solved: those of which it is asked whether they came back.
  long sample() {
    return figure(Indicator.REOPEN_RATE).map(Figure::denominator).orElse(0L);
  }
}
