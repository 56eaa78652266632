package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/// A delivery that is being sent right now.
///
/// @param doubted since when nobody knows whether it arrived the first time
public record Taken(
    long id,
    Address to,
    String purpose,
    JsonObject body,
    int attempts,
    Optional<Instant> doubted) {}
