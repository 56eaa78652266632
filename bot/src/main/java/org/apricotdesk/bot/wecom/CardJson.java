package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.apricotdesk.bot.wecom.Card.Ballot;
import org.apricotdesk.bot.wecom.Card.Button;
import org.apricotdesk.bot.wecom.Card.Buttons;
import org.apricotdesk.bot.wecom.Card.Done;
import org.apricotdesk.bot.wecom.Card.Head;
import org.apricotdesk.bot.wecom.Card.Notice;

/// Draws cards as JSON for one of the two speakers, within what it shows.
enum CardJson {
  APP(36, 44, 160, 30),
  ROBOT(26, 30, 112, 26);

  private static final int MOST_ROWS = 6;
  private static final int ROW_NAME = 5;
  private static final int BUTTON = 10;
  private static final int OPTION = 11;

  private final int title;
  private final int line;
  private final int text;
  private final int value;

  CardJson(int title, int line, int text, int value) {
    this.title = title;
    this.line = line;
    this.text = text;
    this.value = value;
  }

  JsonObject draw(Card card) {
    var json = new JsonObject().put("task_id", card.taskId());
    return switch (card) {
      case Buttons(_, var head, var buttons) ->
          body(json.put("card_type", "button_interaction"), head)
              .put("button_list", buttons(buttons));
      case Done(_, var head, var label) -> done(json, head, label);
      case Notice(_, var head) -> body(json.put("card_type", "text_notice"), head);
      case Ballot ballot -> ballot(json, ballot);
    };
  }

  /// The robot knows no grey label, so there a card that is done with only tells.
  private JsonObject done(JsonObject json, Head head, String label) {
    if (this == ROBOT && head.link().isPresent()) {
      return body(json.put("card_type", "text_notice"), head);
    }
    var button =
        new JsonObject().put("text", cut(label, BUTTON)).put("style", 2).put("key", "done");
    body(json.put("card_type", "button_interaction"), head)
        .put("button_list", new JsonArray().add(button));
    return this == APP ? json.put("replace_text", cut(label, BUTTON)) : json;
  }

  private JsonObject ballot(JsonObject json, Ballot ballot) {
    var options = new JsonArray();
    for (var option : ballot.options()) {
      options.add(
          new JsonObject()
              .put("id", option.id())
              .put("text", cut(option.text(), OPTION))
              .put("is_checked", false));
    }
    return json.put("card_type", "vote_interaction")
        .put("main_title", title(ballot.head()))
        .put(
            "checkbox",
            new JsonObject()
                .put("question_key", ballot.question())
                .put("mode", ballot.several() ? 1 : 0)
                .put("option_list", options))
        .put(
            "submit_button",
            new JsonObject()
                .put("text", cut(ballot.submit().text(), BUTTON))
                .put("key", ballot.submit().key()));
  }

  private JsonObject body(JsonObject json, Head head) {
    json.put("main_title", title(head));
    if (!head.text().isBlank()) {
      json.put("sub_title_text", cut(head.text(), text));
    }
    if (!head.rows().isEmpty()) {
      json.put("horizontal_content_list", rows(head));
    }
    head.link().ifPresent(link -> json.put("card_action", action(link.toString())));
    return json;
  }

  private JsonObject title(Head head) {
    var json = new JsonObject().put("title", cut(head.title(), title));
    return head.line().isBlank() ? json : json.put("desc", cut(head.line(), line));
  }

  private JsonArray rows(Head head) {
    var rows = new JsonArray();
    for (var row : head.rows().subList(0, Math.min(MOST_ROWS, head.rows().size()))) {
      rows.add(
          new JsonObject()
              .put("keyname", cut(row.name(), ROW_NAME))
              .put("value", cut(row.value(), value)));
    }
    return rows;
  }

  private static JsonArray buttons(Iterable<Button> buttons) {
    var list = new JsonArray();
    for (var button : buttons) {
      list.add(
          new JsonObject()
              .put("text", cut(button.text(), BUTTON))
              .put("style", button.style())
              .put("key", button.key()));
    }
    return list;
  }

  private static JsonObject action(String url) {
    return new JsonObject().put("type", 1).put("url", url);
  }

  private static String cut(String text, int characters) {
    if (text.codePointCount(0, text.length()) <= characters) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
  }
}
