package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/// One thing to be told to one recipient.
///
/// @param key says what it is about, once for all: adding the same key again changes nothing
/// @param rank 1 goes before 2
/// @param fold of several waiting deliveries with one fold only the newest is sent
/// @param due not sent before
public record Delivery(
    String key,
    Address to,
    String purpose,
    Optional<Long> ticket,
    int rank,
    Optional<String> fold,
    JsonObject body,
    Instant due) {}
