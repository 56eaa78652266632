package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;

/// Messages of the app. Source: document/path/90236, 94888, 94867.
final class Messages {
  private final AppCalls app;

  Messages(AppCalls app) {
    this.app = app;
  }

  Sent send(String userid, JsonObject message) {
    if (userid.isEmpty() || userid.contains("|") || userid.startsWith("@")) {
      throw new IllegalArgumentException("a message goes to one member");
    }
    var whole = message.copy().put("touser", userid).put("agentid", app.agentId());
    return sent(app.post("message/send", whole));
  }

  Sent change(List<String> userids, String responseCode, JsonObject card) {
    var body =
        new JsonObject()
            .put("agentid", app.agentId())
            .put("response_code", responseCode)
            .put("template_card", card);
    var whole =
        userids.isEmpty()
            ? body.put("atall", 1)
            : body.put("atall", 0).put("userids", new JsonArray(userids));
    return sent(app.post("message/update_template_card", whole));
  }

  Sent recall(String messageId) {
    return sent(app.post("message/recall", new JsonObject().put("msgid", messageId)));
  }

  private static Sent sent(JsonObject answer) {
    return new Sent(text(answer, "msgid"), text(answer, "response_code"), unreached(answer));
  }

  private static Optional<String> text(JsonObject answer, String field) {
    return Optional.ofNullable(answer.getString(field)).filter(text -> !text.isEmpty());
  }

  /// A string joined by `|` after sending, an array after a change.
  private static List<String> unreached(JsonObject answer) {
    return switch (answer.getValue("invaliduser")) {
      case JsonArray ids -> ids.stream().map(String::valueOf).toList();
      case String ids -> Stream.of(ids.split("\\|")).filter(id -> !id.isEmpty()).toList();
      case null, default -> List.of();
    };
  }
}
