package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;

/// A delivery that is being sent right now.
record Taken(long id, Address to, String purpose, JsonObject body, int attempts) {}
