package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing said or done to the robot, and how far the robot has answered it.
final class Interaction {
  enum Kind {
    MESSAGE,
    ENTER,
    CLICK,
    FEEDBACK
  }

  private final Kind kind;
  private final String id;
  private final Member member;
  private final String chat;
  private final boolean group;
  private final Instant at;
  private final @Nullable Message subject;
  private @Nullable Message stream;
  private boolean streaming;
  private boolean answered;
  private boolean cardGiven;

  /// @param id msgid of the callback and req_id on the long connection
  /// @param subject the message said, or the card tapped
  Interaction(
      Kind kind,
      String id,
      Member member,
      String chat,
      boolean group,
      Instant at,
      @Nullable Message subject) {
    this.kind = kind;
    this.id = id;
    this.member = member;
    this.chat = chat;
    this.group = group;
    this.at = at;
    this.subject = subject;
  }

  Kind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  Member member() {
    return member;
  }

  String chat() {
    return chat;
  }

  boolean isGroup() {
    return group;
  }

  Instant at() {
    return at;
  }

  @Nullable Message subject() {
    return subject;
  }

  @Nullable Message stream() {
    return stream;
  }

  /// Whether more of the stream is to come.
  boolean isStreaming() {
    return streaming;
  }

  boolean isAnswered() {
    return answered;
  }

  boolean hasCard() {
    return cardGiven;
  }

  void streams(Message message, JsonObject content) {
    stream = message;
    streaming = !content.getJsonObject("stream").getBoolean("finish", false);
    answered = true;
  }

  void endsStream() {
    streaming = false;
  }

  void answer() {
    answered = true;
  }

  void giveCard() {
    cardGiven = true;
    answered = true;
  }
}
