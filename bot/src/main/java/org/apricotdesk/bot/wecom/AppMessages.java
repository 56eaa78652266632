package org.apricotdesk.bot.wecom;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.bot.wecom.Incoming.Click;
import org.apricotdesk.bot.wecom.Incoming.Content;
import org.apricotdesk.bot.wecom.Incoming.Enter;
import org.apricotdesk.bot.wecom.Incoming.Image;
import org.apricotdesk.bot.wecom.Incoming.Location;
import org.apricotdesk.bot.wecom.Incoming.Media;
import org.apricotdesk.bot.wecom.Incoming.Menu;
import org.apricotdesk.bot.wecom.Incoming.Other;
import org.apricotdesk.bot.wecom.Incoming.Text;
import org.apricotdesk.bot.wecom.Incoming.Via;
import org.apricotdesk.bot.wecom.Incoming.Voice;

/// Reads the inner XML of an app callback. Source: document/path/90239, 90240.
final class AppMessages {
  private AppMessages() {}

  /// @throws RuntimeException if it is no message
  static Incoming read(String xml) {
    var message = AppXml.read(xml);
    return new Incoming(
        id(message),
        Via.APP,
        message.get("FromUserName"),
        Optional.empty(),
        Instant.ofEpochSecond(Long.parseLong(message.get("CreateTime").strip())),
        content(message),
        Optional.empty());
  }

  /// A message has a number. Events carry no id: two taps within one second differ in card, key and
  // response code.
  private static String id(AppXml message) {
    return message
        .find("MsgId")
        .map(id -> "app:" + Long.parseLong(id.strip()))
        .orElseGet(
            () ->
                Stream.of(
                        "FromUserName", "CreateTime", "Event", "EventKey", "TaskId", "ResponseCode")
                    .map(name -> message.find(name).orElse(""))
                    .collect(Collectors.joining("|", "app:", "")));
  }

  private static Content content(AppXml message) {
    return switch (message.get("MsgType")) {
      case "text" -> new Text(message.get("Content"), Optional.empty());
      case "image" -> new Image(media(message));
      case "voice" -> new Voice(Optional.empty(), Optional.of(media(message)));
      case "video" -> new Incoming.File(media(message));
      case "location" -> location(message);
      case "event" -> event(message);
      case String other -> new Other(other);
    };
  }

  private static Media.Id media(AppXml message) {
    return new Media.Id(message.get("MediaId"));
  }

  /// Not every place has a name.
  private static Location location(AppXml message) {
    return new Location(
        message.find("Label").orElse(""),
        Double.parseDouble(message.get("Location_X")),
        Double.parseDouble(message.get("Location_Y")));
  }

  private static Content event(AppXml message) {
    return switch (message.get("Event")) {
      case "template_card_event", "template_card_menu_event" -> click(message);
      case "enter_agent" -> new Enter();
      case "click" -> new Menu(message.get("EventKey"));
      case "change_contact" -> contact(message);
      case String other -> new Other(other);
    };
  }

  /// Departments and tags change too; those name no member.
  private static Content contact(AppXml message) {
    return new Other(
        message.find("UserID").map(id -> "change_contact:" + id).orElse("change_contact"));
  }

  private static Click click(AppXml message) {
    return new Click(
        message.get("TaskId"),
        message.get("EventKey"),
        message.selected(),
        message.find("ResponseCode"));
  }
}
