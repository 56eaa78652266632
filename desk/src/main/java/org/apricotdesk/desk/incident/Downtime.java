package org.apricotdesk.desk.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A system that was down, as an incident shows it; what availability is computed from.
///
/// @param end empty while it lasts
/// @param weight the share of the hospital that was affected, from 0 to 1
public record Downtime(
    IncidentNumber incident, String system, Instant start, Optional<Instant> end, double weight) {

  /// The weighted minutes of a system within a time, each moment counted once with the largest
  /// weight that holds then.
  ///
  /// @param now the end of what has not ended
  public static double minutes(
      List<Downtime> all, String system, Instant from, Instant to, Instant now) {
    var spans = new ArrayList<Downtime>();
    var edges = new ArrayList<Instant>();
    for (var one : all) {
      if (!one.system().equals(system)) continue;
      var start = one.start().isBefore(from) ? from : one.start();
      var end = one.end().orElse(now);
      var stop = end.isAfter(to) ? to : end;
      if (!start.isBefore(stop)) continue;
      spans.add(new Downtime(one.incident(), system, start, Optional.of(stop), one.weight()));
      edges.add(start);
      edges.add(stop);
    }
    edges.sort(Comparator.naturalOrder());
    var minutes = 0.0;
    for (var i = 1; i < edges.size(); i++)
      minutes += weight(spans, edges.get(i - 1)) * minutes(edges.get(i - 1), edges.get(i));
    return minutes;
  }

  private static double weight(List<Downtime> spans, Instant at) {
    return spans.stream()
        .filter(span -> !span.start().isAfter(at) && span.end().orElseThrow().isAfter(at))
        .mapToDouble(Downtime::weight)
        .max()
        .orElse(0);
  }

  private static double minutes(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 60.0;
  }
}
