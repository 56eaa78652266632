package org.apricotdesk.deploy.bench.month;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The on-site visits of some days and what became of them, by their events alone.
///
/// @param planned their numbers, without those that were excused
/// @param confirmed those of them that somebody else said had taken place
record Stops(Set<Long> planned, Set<Long> confirmed) {

  /// @param end not included
  static Stops of(Collection<World.Happening> events, LocalDate first, LocalDate end) {
    var planned = new HashSet<Long>();
    var confirmed = new HashSet<Long>();
    for (var event : events) {
      if (event.type().equals("planned"))
        for (var each : event.payload().getJsonArray("stops")) {
          var stop = (JsonObject) each;
          var date = LocalDate.parse(stop.getString("date"));
          if (!date.isBefore(first) && date.isBefore(end)) planned.add(stop.getLong("visit"));
        }
      if (event.type().equals("excused")) planned.remove(event.payload().getLong("visit"));
      if (event.type().equals("confirmed")) confirmed.add(event.payload().getLong("visit"));
    }
    confirmed.retainAll(planned);
    return new Stops(planned, confirmed);
  }

  /// In per cent; domain §16.6.
  Optional<BigDecimal> completed() {
    if (planned.isEmpty()) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(100L * confirmed.size())
            .divide(BigDecimal.valueOf(planned.size()), 2, RoundingMode.HALF_UP));
  }

  /// That people went where they were to go.
  Promise promise() {
    return new Promise(
        "visits take place, and somebody else says so",
        !planned.isEmpty() && confirmed.equals(planned),
        "%d planned, %d confirmed".formatted(planned.size(), confirmed.size()));
  }
}
