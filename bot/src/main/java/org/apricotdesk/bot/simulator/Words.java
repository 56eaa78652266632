package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the words out of a message in the order in which they stand on the screen.
final class Words {
  private static final List<String> ORDER =
      List.of(
          "source",
          "main_title",
          "emphasis_content",
          "quote_area",
          "sub_title_text",
          "horizontal_content_list",
          "vertical_content_list",
          "button_selection",
          "checkbox",
          "select_list",
          "replace_text",
          "button_list",
          "submit_button",
          "jump_list");
  private static final List<String> FIRST = List.of("title", "keyname");
  private static final Set<String> SILENT =
      Set.of(
          "key",
          "url",
          "question_key",
          "id",
          "media_id",
          "userid",
          "appid",
          "pagepath",
          "icon_url",
          "selected_id",
          "base64",
          "md5",
          "image_url",
          "picurl");

  private Words() {}

  static String of(String type, JsonObject content) {
    var words = new ArrayList<String>();
    if (type.equals("template_card")) {
      ORDER.forEach(part -> read(part, content.getValue(part), words));
    } else {
      content.forEach(entry -> read(entry.getKey(), entry.getValue(), words));
    }
    return String.join("\n", words);
  }

  private static void read(String name, Object value, List<String> words) {
    switch (value) {
      case String text when !SILENT.contains(name) && !text.isBlank() -> words.add(text);
      case JsonObject object -> {
        FIRST.forEach(part -> read(part, object.getValue(part), words));
        object.stream()
            .filter(entry -> !FIRST.contains(entry.getKey()))
            .forEach(entry -> read(entry.getKey(), entry.getValue(), words));
      }
      case JsonArray array -> array.forEach(item -> read(name, item, words));
      case null, default -> {}
    }
  }
}
