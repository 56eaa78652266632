package org.apricotdesk.bot.delivery;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.apricotdesk.bot.wecom.Card;

/// How a message is kept until it is sent: everything but the recipient.
public final class Bodies {
  private Bodies() {}

  /// Plain words.
  public static JsonObject text(String text) {
    return new JsonObject().put("type", "text").put("text", text);
  }

  /// Plain words that call people's attention; webhook only.
  public static JsonObject text(String text, List<String> mentioned) {
    return text(text).put("mentioned", mentioned);
  }

  /// A new card, drawn for both who may carry it: which of them does is known when it is sent.
  public static JsonObject card(Card card) {
    return new JsonObject()
        .put("type", "card")
        .put("task", card.taskId())
        .put("card", card.forApp())
        .put("robot", card.forRobot());
  }

  /// What a card that was shown looks like now. Cards of the application only.
  ///
  /// @param shown the card to be changed
  public static JsonObject change(String shown, Card now) {
    return new JsonObject().put("type", "change").put("task", shown).put("card", now.forApp());
  }
}
