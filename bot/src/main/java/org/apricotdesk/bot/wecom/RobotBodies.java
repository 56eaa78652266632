package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/// What the intelligent robot may say, as JSON; the same in a callback's answer, on the long
/// connection and for a response_url. Source: document/path/101031, 101138.
public final class RobotBodies {
  private static final int TEXT_BYTES = 2048;
  private static final int STREAM_BYTES = 20_480;

  private RobotBodies() {}

  /// Plain words; the platform takes them as a welcome only.
  public static JsonObject welcome(String text) {
    return content("text", Utf8Text.cut(text, TEXT_BYTES));
  }

  /// Words that are no answer to a callback.
  public static JsonObject markdown(String text) {
    return content("markdown", Utf8Text.cut(text, STREAM_BYTES));
  }

  /// Words in answer to a message: one finished stream.
  public static JsonObject stream(String text) {
    return stream(UUID.randomUUID().toString(), true, text);
  }

  /// Words that may be followed by others in their place.
  static JsonObject stream(String id, boolean finish, String text) {
    var stream =
        new JsonObject()
            .put("id", id)
            .put("finish", finish)
            .put("content", Utf8Text.cut(text, STREAM_BYTES));
    return new JsonObject().put("msgtype", "stream").put("stream", stream);
  }

  public static JsonObject card(Card card) {
    return new JsonObject().put("msgtype", "template_card").put("template_card", card.forRobot());
  }

  /// Words that a card follows; with thumbs below them if they are to be judged. The judgement
  /// comes back under the card's name.
  public static JsonObject stream(String text, Card card, boolean judged) {
    var body = stream(text);
    if (judged) {
      body.getJsonObject("stream").put("feedback", new JsonObject().put("id", card.taskId()));
    }
    return body;
  }

  /// The same stream, and a card with it.
  static JsonObject with(JsonObject stream, Card card) {
    return stream.put("msgtype", "stream_with_template_card").put("template_card", card.forRobot());
  }

  /// The card that was tapped, as it looks now.
  public static JsonObject change(Card card, List<String> onlyFor) {
    return new JsonObject()
        .put("response_type", "update_template_card")
        .put("userids", new JsonArray(onlyFor))
        .put("template_card", card.forRobot());
  }

  private static JsonObject content(String type, String text) {
    return new JsonObject().put("msgtype", type).put(type, new JsonObject().put("content", text));
  }
}
