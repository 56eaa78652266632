package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One message in one or several chats. Its content may differ by who looks at it: cards
/// change for some only.
final class Message {
  private final long number;
  private final Sender from;
  private final Instant at;
  private final List<String> chats;
  private final Set<String> audience;
  private final Map<String, JsonObject> versions = new HashMap<>();
  private JsonObject content;
  private boolean recalled;

  /// @param content `msgtype` and the object of that name, as the platform got it
  /// @param audience keys of the members who got it
  Message(
      long number,
      Sender from,
      Instant at,
      List<String> chats,
      Set<String> audience,
      JsonObject content) {
    this.number = number;
    this.from = from;
    this.at = at;
    this.chats = List.copyOf(chats);
    this.audience = Set.copyOf(audience);
    this.content = content;
  }

  long number() {
    return number;
  }

  String id() {
    return "m-%04d".formatted(number);
  }

  Sender from() {
    return from;
  }

  Instant at() {
    return at;
  }

  List<String> chats() {
    return chats;
  }

  Set<String> audience() {
    return audience;
  }

  boolean recalled() {
    return recalled;
  }

  void recall() {
    recalled = true;
  }

  JsonObject contentFor(String userid) {
    return versions.getOrDefault(Member.key(userid), content);
  }

  /// The id under which a judgement of it comes back; empty if it asks for none.
  String feedbackFor(String userid) {
    var content = contentFor(userid);
    var part = content.getJsonObject(content.getString("msgtype"), new JsonObject());
    return part.getJsonObject("feedback", new JsonObject()).getString("id", "");
  }

  CardView cardFor(String userid) {
    return CardView.of(contentFor(userid).getJsonObject("template_card", new JsonObject()));
  }

  void become(JsonObject newContent) {
    content = newContent;
    versions.clear();
  }

  void becomeFor(String userid, JsonObject newContent) {
    versions.put(Member.key(userid), newContent);
  }

  boolean isCard() {
    return "template_card".equals(content.getString("msgtype"));
  }
}
