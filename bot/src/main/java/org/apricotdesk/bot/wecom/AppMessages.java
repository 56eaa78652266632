package org.apricotdesk.bot.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
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
  /// WxJava only notes the agent on the message; we have one.
  private static final String ANY_AGENT = "0";

  private AppMessages() {}

  /// @throws RuntimeException if it is no message
  static Incoming read(String xml) {
    var message = WxCpXmlMessage.fromXml(xml, ANY_AGENT);
    return new Incoming(
        id(message),
        Via.APP,
        message.getFromUserName(),
        Optional.empty(),
        Instant.ofEpochSecond(message.getCreateTime()),
        content(message),
        Optional.empty());
  }

  /// Events carry no id: two taps within one second differ in card, key and response code.
  private static String id(WxCpXmlMessage message) {
    if (message.getMsgId() != null) {
      return "app:" + message.getMsgId();
    }
    return Stream.of(
            message.getFromUserName(),
            message.getCreateTime(),
            message.getEvent(),
            message.getEventKey(),
            message.getTaskId(),
            message.getResponseCode())
        .map(part -> part == null ? "" : String.valueOf(part))
        .collect(Collectors.joining("|", "app:", ""));
  }

  private static Content content(WxCpXmlMessage message) {
    return switch (message.getMsgType()) {
      case "text" -> new Text(message.getContent(), Optional.empty());
      case "image" -> new Image(new Media.Id(message.getMediaId()));
      case "voice" -> new Voice(Optional.empty(), Optional.of(new Media.Id(message.getMediaId())));
      case "video" -> new Incoming.File(new Media.Id(message.getMediaId()));
      case "location" ->
          new Location(label(message), message.getLocationX(), message.getLocationY());
      case "event" -> event(message);
      default -> new Other(message.getMsgType());
    };
  }

  /// Not every place has a name.
  private static String label(WxCpXmlMessage message) {
    return Objects.requireNonNullElse(message.getLabel(), "");
  }

  private static Content event(WxCpXmlMessage message) {
    return switch (message.getEvent()) {
      case "template_card_event", "template_card_menu_event" -> click(message);
      case "enter_agent" -> new Enter();
      case "click" -> new Menu(message.getEventKey());
      case "change_contact" -> contact(message);
      default -> new Other(message.getEvent());
    };
  }

  /// Departments and tags change too; those name no member.
  private static Content contact(WxCpXmlMessage message) {
    return message.getUserId() == null
        ? new Other("change_contact")
        : new Other("change_contact:" + message.getUserId());
  }

  private static Click click(WxCpXmlMessage message) {
    return new Click(
        message.getTaskId(),
        message.getEventKey(),
        selected(message),
        Optional.ofNullable(message.getResponseCode()));
  }

  private static Map<String, List<String>> selected(WxCpXmlMessage message) {
    return Optional.ofNullable(message.getSelectedItems()).orElse(List.of()).stream()
        .collect(
            Collectors.toMap(
                item -> item.getQuestionKey(), item -> List.copyOf(item.getOptionIds())));
  }
}
