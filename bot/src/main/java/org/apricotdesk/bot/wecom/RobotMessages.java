package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apricotdesk.bot.wecom.Incoming.Click;
import org.apricotdesk.bot.wecom.Incoming.Content;
import org.apricotdesk.bot.wecom.Incoming.Enter;
import org.apricotdesk.bot.wecom.Incoming.Feedback;
import org.apricotdesk.bot.wecom.Incoming.Image;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.bot.wecom.Incoming.Mixed;
import org.apricotdesk.bot.wecom.Incoming.Other;
import org.apricotdesk.bot.wecom.Incoming.Text;
import org.apricotdesk.bot.wecom.Incoming.Via;
import org.apricotdesk.bot.wecom.Incoming.Voice;

/// Reads what the intelligent robot is told. Source: document/path/100719, 101027.
///
/// @param name the mention that people write before their words in a group
/// @param clock for messages, which carry no time of their own
public record RobotMessages(String name, Clock clock) {

  /// @throws RuntimeException if it is no message
  public Incoming read(JsonObject json, Via via) {
    var seconds = json.getLong("create_time");
    return new Incoming(
        "robot:" + required(json, "msgid"),
        via,
        required(json.getJsonObject("from"), "userid"),
        Optional.ofNullable(json.getString("chatid")),
        seconds == null ? clock.instant() : Instant.ofEpochSecond(seconds),
        content(json),
        Optional.ofNullable(json.getString("response_url")).map(URI::create));
  }

  private Content content(JsonObject json) {
    var type = json.getString("msgtype");
    return switch (type) {
      case "text" ->
          new Text(words(json), Optional.ofNullable(json.getJsonObject("quote")).map(this::words));
      case "image" -> new Image(media(json.getJsonObject("image")));
      case "voice" -> voice(json.getJsonObject("voice"));
      case "mixed" -> mixed(json.getJsonObject("mixed").getJsonArray("msg_item"));
      case "file", "video" -> new Incoming.File(media(json.getJsonObject(type)));
      case "stream" -> Incoming.Refresh.of(required(json.getJsonObject("stream"), "id"));
      case "event" -> event(json.getJsonObject("event"));
      default -> new Other(type);
    };
  }

  private String words(JsonObject json) {
    var text = json.getJsonObject("text");
    return text == null ? "" : withoutMention(text.getString("content", ""));
  }

  /// `@杏台 打印机` says `打印机`; the space after the name may be any of Unicode's.
  private String withoutMention(String text) {
    var mention = "@" + name;
    var at = text.indexOf(mention);
    if (at < 0) {
      return text.strip();
    }
    return (text.substring(0, at) + text.substring(at + mention.length())).strip();
  }

  private static Voice voice(JsonObject voice) {
    return new Voice(Optional.ofNullable(voice.getString("content")), Optional.empty());
  }

  private Mixed mixed(JsonArray items) {
    var parts = items.stream().map(JsonObject.class::cast).toList();
    var text =
        parts.stream()
            .filter(part -> part.getString("msgtype").equals("text"))
            .map(this::words)
            .collect(Collectors.joining("\n"));
    var images =
        parts.stream()
            .filter(part -> part.getString("msgtype").equals("image"))
            .map(part -> media(part.getJsonObject("image")))
            .toList();
    return new Mixed(text, images);
  }

  private static Media media(JsonObject media) {
    return new Media.Sealed(
        URI.create(required(media, "url")), Optional.ofNullable(media.getString("aeskey")));
  }

  private static Content event(JsonObject event) {
    var type = event.getString("eventtype");
    return switch (type) {
      case "enter_chat" -> new Enter();
      case "template_card_event" -> click(event.getJsonObject("template_card_event"));
      case "feedback_event" -> feedback(type, event.getJsonObject("feedback_event"));
      default -> new Other(type);
    };
  }

  /// Who takes a thumb back has said nothing that could be acted upon.
  private static Content feedback(String type, JsonObject event) {
    return switch (event.getInteger("type", 0)) {
      case 1 -> new Feedback(required(event, "id"), true);
      case 2 -> new Feedback(required(event, "id"), false);
      default -> new Other(type);
    };
  }

  private static Click click(JsonObject event) {
    return new Click(
        required(event, "task_id"),
        required(event, "event_key"),
        selected(event),
        Optional.empty());
  }

  private static Map<String, List<String>> selected(JsonObject event) {
    var selected = new HashMap<String, List<String>>();
    var items = event.getJsonObject("selected_items", new JsonObject());
    for (var item : items.getJsonArray("selected_item", new JsonArray())) {
      var answer = (JsonObject) item;
      var options = answer.getJsonObject("option_ids", new JsonObject());
      selected.put(
          required(answer, "question_key"),
          options.getJsonArray("option_id", new JsonArray()).stream()
              .map(String::valueOf)
              .toList());
    }
    return selected;
  }

  private static String required(JsonObject json, String key) {
    var value = json.getString(key);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("no " + key + " in a robot message");
    }
    return value;
  }
}
