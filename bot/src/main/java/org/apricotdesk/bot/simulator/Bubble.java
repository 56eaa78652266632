package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One message as one member sees it.
///
/// @param from userid of a member, or `app`, `robot`, `webhook`
/// @param type msgtype of the platform: text, markdown, stream, template_card, image …
/// @param content the object of that type; for a card its present state for this member
public record Bubble(
    String id, String from, Instant at, String type, JsonObject content, boolean recalled) {

  static Bubble of(Message message, String viewer) {
    var content = message.contentFor(viewer);
    var type = content.getString("msgtype");
    var from = message.from();
    return new Bubble(
        message.id(),
        from.kind() == Sender.Kind.MEMBER ? from.id() : from.kind().name().toLowerCase(Locale.ROOT),
        message.at(),
        type,
        content.getJsonObject(type, new JsonObject()),
        message.recalled());
  }

  /// What a reader would read aloud: the text, or the words of the card from top to bottom.
  public String text() {
    return recalled ? "" : Words.of(type, content);
  }

  /// Labels of what can be tapped on a card now, menu entries included; none when the buttons
  /// were replaced.
  public List<String> buttons() {
    return CardView.of(content).choices().stream().map(CardView.Choice::text).toList();
  }

  public boolean isCard() {
    return type.equals("template_card");
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("from", from)
        .put("at", at.toString())
        .put("type", type)
        .put("content", content)
        .put("text", text())
        .put("buttons", isCard() ? new JsonArray(buttons()) : new JsonArray())
        .put("recalled", recalled);
  }
}
