package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;

/// Reads a card out of a passive reply: the names of the JSON card in CamelCase, lists by
/// repetition.
final class XmlCard {
  private static final Set<String> LISTS =
      Set.of(
          "ActionList",
          "HorizontalContentList",
          "VerticalContentList",
          "JumpList",
          "OptionList",
          "ButtonList",
          "SelectList");
  private static final Set<String> NUMBERS = Set.of("Type", "Style", "DescColor", "Mode");
  private static final Set<String> FLAGS = Set.of("Disable", "IsChecked");

  private XmlCard() {}

  static JsonObject read(XmlNode node) {
    var json = new JsonObject();
    for (var child : node.children()) {
      var name = name(child.name());
      if (LISTS.contains(child.name())) {
        if (!json.containsKey(name)) {
          json.put(name, new JsonArray());
        }
        json.getJsonArray(name).add(read(child));
      } else {
        json.put(name, value(child));
      }
    }
    return json;
  }

  private static Object value(XmlNode node) {
    if (!node.children().isEmpty()) {
      return read(node);
    }
    var text = node.text().strip();
    if (NUMBERS.contains(node.name()) && text.matches("\\d{1,4}")) {
      return Integer.parseInt(text);
    }
    if (node.name().equals("AspectRatio") && text.matches("[0-9.]{1,8}")) {
      return Double.parseDouble(text);
    }
    return FLAGS.contains(node.name()) ? text.equals("true") || text.equals("1") : text;
  }

  private static String name(String camel) {
    if (camel.equals("CheckBox")) {
      return "checkbox";
    }
    if (camel.equals("UserId")
        || camel.equals("AppId")
        || camel.equals("PagePath")
        || camel.equals("KeyName")) {
      return camel.toLowerCase(Locale.ROOT);
    }
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
