package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.apricotdesk.bot.wecom.Incoming.Enter;
import org.apricotdesk.bot.wecom.Outgoing.Changed;
import org.apricotdesk.bot.wecom.Outgoing.Nothing;
import org.apricotdesk.bot.wecom.Outgoing.Shown;
import org.apricotdesk.bot.wecom.Outgoing.Text;
import org.apricotdesk.bot.wecom.Outgoing.TextAndCard;

/// Writes an [Outgoing] in the forms that the platform takes in answer to a callback.
/// Source: document/path/90241 (app), 101031 (robot).
final class PassiveReplies {
  private static final int APP_TEXT_BYTES = 2048;
  private static final int STREAM_BYTES = 20_480;

  private PassiveReplies() {}

  /// The inner XML; empty when there is nothing that an app may say passively.
  static Optional<String> forApp(Incoming to, Outgoing reply, String corpId, long seconds) {
    return switch (reply) {
      case Text(var text) -> Optional.of(appText(to, text, corpId, seconds));
      case Nothing _, Shown _, TextAndCard _, Changed _ -> Optional.empty();
    };
  }

  private static String appText(Incoming to, String text, String corpId, long seconds) {
    return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>%s</Content></xml>"
        .formatted(
            cdata(to.person()), cdata(corpId), seconds, cdata(Utf8Text.cut(text, APP_TEXT_BYTES)));
  }

  /// The outer XML around an encrypted reply.
  static String appEnvelope(Sealed reply) {
    return "<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature><TimeStamp>%s</TimeStamp><Nonce>%s</Nonce></xml>"
        .formatted(
            cdata(reply.encrypt()),
            cdata(reply.signature()),
            reply.timestamp(),
            cdata(reply.nonce()));
  }

  /// The plain JSON; empty when there is nothing to say.
  static Optional<JsonObject> forRobot(Incoming to, Outgoing reply) {
    return switch (reply) {
      case Nothing _ -> Optional.empty();
      case Text(var text) when to.content() instanceof Enter -> Optional.of(welcome(text));
      case Text(var text) -> Optional.of(stream(text));
      case Shown(var card) -> Optional.of(card(card));
      case TextAndCard(var text, var card) ->
          Optional.of(
              stream(text)
                  .put("msgtype", "stream_with_template_card")
                  .put("template_card", card.forRobot()));
      case Changed(var card, var onlyFor) ->
          Optional.of(
              new JsonObject()
                  .put("response_type", "update_template_card")
                  .put("userids", new JsonArray(onlyFor))
                  .put("template_card", card.forRobot()));
    };
  }

  static JsonObject card(Card card) {
    return new JsonObject().put("msgtype", "template_card").put("template_card", card.forRobot());
  }

  /// One finished stream object is the robot's way to say plain text.
  static JsonObject stream(String text) {
    return new JsonObject()
        .put("msgtype", "stream")
        .put(
            "stream",
            new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("finish", true)
                .put("content", Utf8Text.cut(text, STREAM_BYTES)));
  }

  private static JsonObject welcome(String text) {
    return new JsonObject()
        .put("msgtype", "text")
        .put("text", new JsonObject().put("content", text));
  }

  private static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
