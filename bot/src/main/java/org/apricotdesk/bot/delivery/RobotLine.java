package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;
import org.apricotdesk.bot.wecom.client.Outcome;

/// The robot's live connection, as far as sending needs it.
public interface RobotLine {
  /// Whether this instance holds it.
  boolean isLive();

  /// @param chat id of a group, or a userid
  Outcome send(String chat, JsonObject body);
}
