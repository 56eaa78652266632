package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/// The elements that differ by kind of message. Source: document/path/90239.
final class AppMessageXml {
  private AppMessageXml() {}

  static void body(XmlWriter xml, String type, JsonObject part) {
    switch (type) {
      case "text" -> xml.text("Content", part.getString("content"));
      case "image" ->
          xml.text("PicUrl", part.getString("url", "")).text("MediaId", part.getString("media_id"));
      case "voice" -> xml.text("MediaId", part.getString("media_id")).text("Format", "amr");
      case "video" ->
          xml.text("MediaId", part.getString("media_id"))
              .text("ThumbMediaId", part.getString("media_id"));
      case "location" ->
          xml.text("Location_X", part.getString("latitude"))
              .text("Location_Y", part.getString("longitude"))
              .number("Scale", 15)
              .text("Label", part.getString("label"))
              .text("AppType", "wxwork");
      default -> throw new IllegalArgumentException("members cannot send " + type + " to an app");
    }
  }

  static void selected(XmlWriter xml, Map<String, List<String>> selected) {
    xml.inside(
        "SelectedItems",
        items ->
            selected.forEach(
                (question, options) ->
                    items.inside(
                        "SelectedItem",
                        item ->
                            item.text("QuestionKey", question)
                                .inside(
                                    "OptionIds",
                                    ids -> options.forEach(id -> ids.text("OptionId", id))))));
  }
}
