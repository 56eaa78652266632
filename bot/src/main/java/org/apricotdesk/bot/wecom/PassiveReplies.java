package org.apricotdesk.bot.wecom;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming.Click;
import org.apricotdesk.bot.wecom.Incoming.Enter;
import org.apricotdesk.bot.wecom.Incoming.Feedback;
import org.apricotdesk.bot.wecom.Outgoing.Changed;
import org.apricotdesk.bot.wecom.Outgoing.Nothing;
import org.apricotdesk.bot.wecom.Outgoing.Shown;
import org.apricotdesk.bot.wecom.Outgoing.Text;
import org.apricotdesk.bot.wecom.Outgoing.TextAndCard;

/// Writes an [Outgoing] in the forms that the platform takes in answer to a callback.
/// Source: document/path/90241 (app), 101031 (robot).
final class PassiveReplies {
  private static final int APP_TEXT_BYTES = 2048;

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

  /// The plain JSON; empty when there is nothing that may be said to that. A tap is answered by a
  /// changed card only, a welcome has either words or a card, a judgement no answer at all.
  static Optional<JsonObject> forRobot(Incoming to, Outgoing reply) {
    return switch (to.content()) {
      case Click _ -> toClick(reply);
      case Enter _ -> toEnter(reply);
      case Feedback _ -> Optional.empty();
      default -> toMessage(reply);
    };
  }

  private static Optional<JsonObject> toClick(Outgoing reply) {
    return reply instanceof Changed(var card, var onlyFor)
        ? Optional.of(RobotBodies.change(card, onlyFor))
        : Optional.empty();
  }

  private static Optional<JsonObject> toEnter(Outgoing reply) {
    return switch (reply) {
      case Text(var text) -> Optional.of(RobotBodies.welcome(text));
      case Shown(var card) -> Optional.of(RobotBodies.card(card));
      case TextAndCard _, Changed _, Nothing _ -> Optional.empty();
    };
  }

  private static Optional<JsonObject> toMessage(Outgoing reply) {
    return switch (reply) {
      case Text(var text) -> Optional.of(RobotBodies.stream(text));
      case Shown(var card) -> Optional.of(RobotBodies.card(card));
      case TextAndCard(var text, var card, var judged) ->
          Optional.of(RobotBodies.with(RobotBodies.stream(text, card, judged), card));
      case Changed _, Nothing _ -> Optional.empty();
    };
  }

  private static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
