package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;

/// Carries one message to WeCom and says what became of it. Blocks; called on virtual threads.
public interface Wire {
  /// Sends it.
  Result send(Address to, JsonObject body);

  /// Whether this instance can reach such an address at all: robot chats need the live socket.
  boolean reaches(Address to);
}
