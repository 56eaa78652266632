package org.apricotdesk.config.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// A fact about to be recorded.
///
/// @param stream what kind of thing it is about, such as `ticket`
/// @param key which one, such as `1024`
/// @param sequence its place in that thing's history, from 1; taken places are refused
/// @param actor who did it
public record NewEvent(
    String stream,
    String key,
    int sequence,
    String type,
    Instant at,
    String actor,
    JsonObject payload) {}
