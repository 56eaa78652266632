package org.apricotdesk.desk.target;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the clocks of one ticket say.
///
/// @param parts on whom it waited; they add up to the time from creation to the end, or until now
public record Measured(
    Reading response,
    Reading resolution,
    Terms terms,
    Map<Owner, Duration> parts,
    List<Pause> pauses) {
  public Measured {
    parts = Map.copyOf(parts);
    pauses = List.copyOf(pauses);
  }

  /// What a ticket keeps of it: what was promised, and on whom it waited up to then.
  public JsonObject snapshot() {
    var seconds = new JsonObject();
    parts.forEach((owner, time) -> seconds.put(owner.code(), time.toSeconds()));
    return terms.snapshot().put("parts", seconds);
  }

  /// @param breachedAt when time ran out, even if the promise was relaxed afterwards
  /// @param warnAt when a quarter of the time is left, if that is still to come
  public record Reading(Promise promise, Optional<Instant> breachedAt, Optional<Instant> warnAt) {}

  /// @param effective whether the time to restore stood still
  public record Pause(Phase phase, Instant from, Instant to, boolean effective) {}
}
