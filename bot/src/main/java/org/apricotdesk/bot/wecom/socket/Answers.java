package org.apricotdesk.bot.wecom.socket;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Incoming.Click;
import org.apricotdesk.bot.wecom.Incoming.Enter;
import org.apricotdesk.bot.wecom.Incoming.Feedback;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.RobotBodies;

/// Which frames say an [Outgoing]. The answer to a callback is one frame; what does not fit into it
/// is pushed. Source: document/path/101463, 101031.
final class Answers {
  private static final String RESPOND = "aibot_respond_msg";
  private static final String WELCOME = "aibot_respond_welcome_msg";
  private static final String UPDATE = "aibot_respond_update_msg";
  private static final String PUSH = "aibot_send_msg";

  private Answers() {}

  static List<Frame> of(String request, Incoming to, Outgoing reply) {
    return switch (to.content()) {
      case Enter _ -> welcome(request, to, reply);
      case Click _ -> click(request, to, reply);
      case Feedback _ -> pushed(to, reply);
      default -> message(request, to, reply);
    };
  }

  /// What is said when the answer can no longer be: everything but the change of a card.
  static List<Frame> pushed(Incoming to, Outgoing reply) {
    return switch (reply) {
      case Outgoing.Nothing _, Outgoing.Changed _ -> List.of();
      case Outgoing.Text(var text) -> List.of(push(to, RobotBodies.markdown(text)));
      case Outgoing.Shown(var card) -> List.of(push(to, RobotBodies.card(card)));
      case Outgoing.TextAndCard(var text, var card, _) ->
          List.of(push(to, RobotBodies.markdown(text)), push(to, RobotBodies.card(card)));
    };
  }

  static Frame push(String chat, JsonObject body) {
    return Frame.own(PUSH, body.copy().put("chatid", chat));
  }

  private static List<Frame> message(String request, Incoming to, Outgoing reply) {
    return switch (reply) {
      case Outgoing.Nothing _ -> List.of();
      case Outgoing.Text(var text) ->
          List.of(Frame.answer(RESPOND, request, RobotBodies.stream(text)));
      case Outgoing.Shown(var card) ->
          List.of(Frame.answer(RESPOND, request, RobotBodies.card(card)));
      case Outgoing.TextAndCard(var text, var card, var judged) ->
          List.of(
              Frame.answer(RESPOND, request, RobotBodies.stream(text, card, judged)),
              push(to, RobotBodies.card(card)));
      case Outgoing.Changed(var card, _) ->
          List.of(Frame.answer(RESPOND, request, RobotBodies.card(card)));
    };
  }

  private static List<Frame> welcome(String request, Incoming to, Outgoing reply) {
    return switch (reply) {
      case Outgoing.Nothing _ -> List.of();
      case Outgoing.Text(var text) ->
          List.of(Frame.answer(WELCOME, request, RobotBodies.welcome(text)));
      case Outgoing.Shown(var card) ->
          List.of(Frame.answer(WELCOME, request, RobotBodies.card(card)));
      case Outgoing.TextAndCard(var text, var card, _) ->
          List.of(
              Frame.answer(WELCOME, request, RobotBodies.welcome(text)),
              push(to, RobotBodies.card(card)));
      case Outgoing.Changed(var card, _) ->
          List.of(Frame.answer(WELCOME, request, RobotBodies.card(card)));
    };
  }

  private static List<Frame> click(String request, Incoming to, Outgoing reply) {
    return reply instanceof Outgoing.Changed(var card, var onlyFor)
        ? List.of(Frame.answer(UPDATE, request, RobotBodies.change(card, onlyFor)))
        : pushed(to, reply);
  }

  private static Frame push(Incoming to, JsonObject body) {
    return push(to.chat().orElse(to.person()), body);
  }
}
