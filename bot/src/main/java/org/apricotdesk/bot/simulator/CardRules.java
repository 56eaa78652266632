package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the platform accepts as a template card. Source: document/path/90236 (app), 101032
/// (robot), 99110 (webhook).
final class CardRules {
  private static final Set<String> NOTICES = Set.of("text_notice", "news_notice");
  private static final Set<String> INTERACTIVE =
      Set.of("button_interaction", "vote_interaction", "multiple_interaction");
  private static final int KEY_BYTES = 1024;
  private static final int ID_BYTES = 128;

  private final CardTarget target;
  private final State state;

  CardRules(CardTarget target, State state) {
    this.target = target;
    this.state = state;
  }

  /// Whether taps on the card are called back, so that it needs a task and a service that
  /// listens.
  static boolean callsBack(JsonObject card) {
    return INTERACTIVE.contains(card.getString("card_type", "")) || card.containsKey("action_menu");
  }

  /// @throws Refusal with the platform's code for the first thing wrong
  void check(JsonObject card) {
    var type = card.getString("card_type", "");
    var known =
        NOTICES.contains(type) || (INTERACTIVE.contains(type) && target != CardTarget.WEBHOOK);
    unless(known, 42031, "card_type invalid: " + type);
    checkTask(card);
    checkTitles(card, type);
    checkRows(card);
    checkLinks(card, type);
    checkMenu(card);
    checkChoices(card, type);
  }

  private void checkTask(JsonObject card) {
    var task = card.getString("task_id", "");
    var needed = callsBack(card) && state.guess(Guess.TASK_NEEDED);
    unless(!task.isEmpty() || !needed, 42014, "task_id missing");
    var well = task.matches("[0-9A-Za-z_\\-@]{0,128}") || !state.guess(Guess.TASK_SPELLING_CHECKED);
    unless(well, 42014, "task_id invalid: " + task);
  }

  private void checkTitles(JsonObject card, String type) {
    var main = card.getJsonObject("main_title", new JsonObject());
    var title = main.getString("title", "");
    var sub = card.getString("sub_title_text", "");
    unless(
        !title.isEmpty() || (type.equals("text_notice") && !sub.isEmpty()),
        41016,
        "main_title.title missing");
    advise("main_title.title", title, target.title);
    advise("main_title.desc", main.getString("desc", ""), target.desc);
    advise("sub_title_text", sub, target.subTitle);
  }

  private void checkRows(JsonObject card) {
    var rows = list(card, "horizontal_content_list", 6, 42035);
    for (var row : rows) {
      unless(filled(row, "keyname"), 42027, "horizontal keyname missing");
      advise("horizontal keyname", row.getString("keyname"), 5);
      advise("horizontal value", row.getString("value", ""), target.value);
      checkRowType(row);
    }
    for (var row : list(card, "vertical_content_list", 4, 42036)) {
      unless(filled(row, "title"), 42033, "vertical title missing");
    }
  }

  private void checkRowType(JsonObject row) {
    switch (number(row, "type", 0)) {
      case 0 -> {}
      case 1 -> checkUrl(row, "url", 42028);
      case 2 -> {
        unless(target == CardTarget.APP, 40058, "attachment rows exist in app cards only");
        unless(filled(row, "media_id"), 42029, "horizontal media_id missing");
      }
      case 3 -> unless(filled(row, "userid"), 42050, "horizontal userid missing");
      default -> throw new Refusal(40058, "horizontal type invalid");
    }
  }

  private void checkLinks(JsonObject card, String type) {
    for (var jump : list(card, "jump_list", 3, 42042)) {
      unless(filled(jump, "title"), 42033, "jump title missing");
      checkJump(jump);
    }
    var action = card.getJsonObject("card_action", new JsonObject());
    var kind = number(action, "type", 0);
    unless(!NOTICES.contains(type) || kind == 1 || kind == 2, 42045, "card_action missing");
    if (kind == 1) {
      checkUrl(action, "url", 42045);
    } else if (kind == 2) {
      unless(filled(action, "appid"), 42030, "card_action appid missing");
    }
    checkPicture(card, type);
  }

  private void checkJump(JsonObject jump) {
    switch (number(jump, "type", 0)) {
      case 0 -> {}
      case 1 -> checkUrl(jump, "url", 42028);
      case 2 -> unless(filled(jump, "appid"), 42030, "jump appid missing");
      case 3 -> {
        unless(target == CardTarget.ROBOT, 40058, "smart questions exist in robot cards only");
        var question = jump.getString("question", "");
        unless(!question.isEmpty() && Utf8.length(question) <= 200, 40058, "question invalid");
      }
      default -> throw new Refusal(40058, "jump type invalid");
    }
  }

  private static void checkPicture(JsonObject card, String type) {
    if (!type.equals("news_notice")) {
      return;
    }
    var image = card.getJsonObject("card_image");
    unless(image != null || card.containsKey("image_text_area"), 42044, "card_image missing");
    if (image != null) {
      checkUrl(image, "url", 42044);
      var ratio = image.getDouble("aspect_ratio", 1.3);
      unless(ratio >= 1.3 && ratio <= 2.25, 40058, "aspect_ratio outside 1.3..2.25");
    }
  }

  private void checkMenu(JsonObject card) {
    if (!card.containsKey("action_menu")) {
      return;
    }
    var keys = new HashSet<String>();
    var entries = list(card.getJsonObject("action_menu"), "action_list", 3, 40058);
    unless(!entries.isEmpty(), 40058, "action_list needs 1..3 entries");
    for (var entry : entries) {
      unless(filled(entry, "text"), 42038, "menu text missing");
      checkKey(entry, 42039);
      unless(keys.add(entry.getString("key")), 42051, "menu keys clash");
    }
  }

  private void checkChoices(JsonObject card, String type) {
    switch (type) {
      case "button_interaction" -> {
        checkButtons(card);
        if (card.containsKey("button_selection")) {
          checkQuestion(card.getJsonObject("button_selection"), 10);
        }
      }
      case "vote_interaction" -> {
        unless(card.containsKey("checkbox"), 42043, "checkbox missing");
        checkQuestion(card.getJsonObject("checkbox"), 20);
        checkSubmit(card);
      }
      case "multiple_interaction" -> {
        var selects = list(card, "select_list", 3, 42047);
        unless(!selects.isEmpty(), 42047, "select_list needs 1..3 entries");
        selects.forEach(select -> checkQuestion(select, 10));
        checkSubmit(card);
      }
      default -> {}
    }
  }

  private void checkButtons(JsonObject card) {
    var buttons = list(card, "button_list", 6, 40058);
    unless(!buttons.isEmpty(), 40058, "button_list needs 1..6 entries");
    var keys = new HashSet<String>();
    for (var button : buttons) {
      unless(filled(button, "text"), 42038, "button text missing");
      advise("button text", button.getString("text"), 10);
      if (number(button, "type", 0) == 1) {
        checkUrl(button, "url", 40058);
        if (target == CardTarget.ROBOT) {
          state.violations.advise("a url button is not documented for robot cards");
        }
      } else {
        checkKey(button, 42039);
        var other = keys.add(button.getString("key")) || !state.guess(Guess.BUTTON_KEYS_DIFFER);
        unless(other, 42039, "button keys clash");
      }
      var style = number(button, "style", 1);
      unless(style >= 1 && style <= 4, 40058, "button style outside 1..4");
    }
  }

  private void checkQuestion(JsonObject question, int most) {
    checkKeyNamed(question, "question_key", 42043);
    var options = list(question, "option_list", most, 42037);
    unless(!options.isEmpty(), 42037, "option_list is empty");
    var ids = new HashSet<String>();
    for (var option : options) {
      var id = option.getString("id", "");
      unless(!id.isEmpty() && Utf8.length(id) <= ID_BYTES, 42040, "option id invalid");
      unless(ids.add(id), 42040, "option ids clash");
      unless(filled(option, "text"), 42041, "option text missing");
      advise("option text", option.getString("text"), 11);
    }
  }

  private void checkSubmit(JsonObject card) {
    var submit = card.getJsonObject("submit_button", new JsonObject());
    unless(filled(submit, "text"), 42049, "submit_button text missing");
    checkKey(submit, 42046);
  }

  private static void checkKey(JsonObject item, int code) {
    checkKeyNamed(item, "key", code);
  }

  private static void checkKeyNamed(JsonObject item, String name, int code) {
    var key = item.getString(name, "");
    unless(!key.isEmpty() && Utf8.length(key) <= KEY_BYTES, code, name + " missing or too long");
  }

  private static void checkUrl(JsonObject item, String name, int missing) {
    var url = item.getString(name, "");
    unless(!url.isEmpty(), missing, name + " missing");
    unless(url.matches("[a-zA-Z][a-zA-Z0-9+.\\-]*://.+"), 45034, "url without scheme: " + url);
  }

  private static int number(JsonObject item, String name, int otherwise) {
    return item.getInteger(name, otherwise);
  }

  private static boolean filled(JsonObject item, String name) {
    return !item.getString(name, "").isEmpty();
  }

  private static List<JsonObject> list(JsonObject card, String name, int most, int code) {
    var items = card.getJsonArray(name, new JsonArray());
    unless(items.size() <= most, code, name + " has more than " + most);
    return items.stream().map(JsonObject.class::cast).toList();
  }

  private void advise(String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      state.violations.advise(field + " is longer than " + most + " characters");
    }
  }
}
