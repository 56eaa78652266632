package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/// A card somebody was shown.
///
/// @param taskId comes back with every tap
/// @param to who may tap it: that member, or anybody in that chat
public record ShownCard(
    String taskId, Address to, String kind, Optional<Long> ticket, JsonObject facts) {}
