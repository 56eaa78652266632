package org.apricotdesk.bot.wecom.socket;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// One message of ours on the long connection.
record Frame(String command, String request, JsonObject body) {

  /// An answer carries the number of the callback it answers.
  static Frame answer(String command, String request, JsonObject body) {
    return new Frame(command, request, body);
  }

  static Frame own(String command, JsonObject body) {
    return new Frame(command, command + "_" + UUID.randomUUID(), body);
  }

  JsonObject json() {
    var json =
        new JsonObject()
            .put("cmd", command)
            .put("headers", new JsonObject().put("req_id", request));
    return body.isEmpty() ? json : json.put("body", body);
  }
}
