package org.apricotdesk.bot.delivery;

/// Where a message goes: to a member by the application, to a chat by the robot, or to a webhook.
public sealed interface Address {
  /// One person's own chat with the application.
  record Member(String person) implements Address {}

  /// A group the robot is in; ids are case-sensitive.
  record Chat(String id) implements Address {}

  /// The webhook robot of the engineers' group.
  record Webhook() implements Address {}

  /// How the address is written in the database.
  default String code() {
    return switch (this) {
      case Member(var person) -> "member:" + person;
      case Chat(var id) -> "chat:" + id;
      case Webhook() -> "webhook:engineers";
    };
  }

  /// Reads what [#code()] wrote.
  static Address of(String code) {
    var colon = code.indexOf(':');
    var rest = code.substring(colon + 1);
    return switch (code.substring(0, Math.max(colon, 0))) {
      case "member" -> new Member(rest);
      case "chat" -> new Chat(rest);
      case "webhook" -> new Webhook();
      default -> throw new IllegalArgumentException("no address: " + code);
    };
  }

  /// How many messages the platform takes here within a minute.
  default int perMinute() {
    return this instanceof Webhook ? 20 : 30;
  }

  /// How many messages the platform takes here within an hour.
  default int perHour() {
    return 1000;
  }
}
