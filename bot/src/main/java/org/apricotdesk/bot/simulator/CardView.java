package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A template card as a phone shows it: what can be tapped, and what a tap sends back.
record CardView(JsonObject card) {

  /// Something to tap. A url opens a page and calls nobody; a key is called back.
  record Choice(String text, String key, String url, boolean menu) {}

  static CardView of(JsonObject card) {
    return new CardView(card);
  }

  List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    if (card.getString("replace_text", "").isEmpty()) {
      items("button_list").forEach(b -> choices.add(choice(b, false)));
      var submit = card.getJsonObject("submit_button");
      if (submit != null) {
        choices.add(choice(submit, false));
      }
    }
    var menu = card.getJsonObject("action_menu", new JsonObject());
    menu.getJsonArray("action_list", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .forEach(entry -> choices.add(choice(entry, true)));
    return choices;
  }

  /// The choice of that label or of that key.
  Optional<Choice> choice(String textOrKey) {
    return choices().stream()
        .filter(c -> c.text().equals(textOrKey) || c.key().equals(textOrKey))
        .findFirst();
  }

  String type() {
    return card.getString("card_type", "");
  }

  String taskId() {
    return card.getString("task_id", "");
  }

  List<JsonObject> items(String list) {
    return card.getJsonArray(list, new JsonArray()).stream().map(JsonObject.class::cast).toList();
  }

  private static Choice choice(JsonObject item, boolean menu) {
    return new Choice(
        item.getString("text", ""),
        item.getString("key", ""),
        item.getInteger("type", 0) == 1 ? item.getString("url", "") : "",
        menu);
  }
}
