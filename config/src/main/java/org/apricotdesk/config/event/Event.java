package org.apricotdesk.config.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// A recorded fact; see [NewEvent].
///
/// @param position its place in the whole log
public record Event(
    long position,
    String stream,
    String key,
    int sequence,
    String type,
    Instant at,
    String actor,
    JsonObject payload) {}
