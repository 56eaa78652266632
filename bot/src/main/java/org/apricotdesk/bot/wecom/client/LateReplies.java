package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.LateAnswers;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.RobotBodies;
import org.apricotdesk.bot.wecom.client.Outcome.Failed;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says by a call what could not be said in answer to a callback: to the app's people by message,
/// to the robot's by the one late answer that a message allows.
public final class LateReplies implements LateAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(LateReplies.class);

  private final WeComClient client;

  public LateReplies(WeComClient client) {
    this.client = client;
  }

  @Override
  public void say(Incoming to, Outgoing reply) {
    var outcome = to.via().isRobot() ? toRobot(to, reply) : toApp(to.person(), reply);
    if (outcome instanceof Failed failure) {
      LOG.warn("late answer to {} was not said: {}", to.id(), failure.why());
    }
  }

  private Outcome toApp(String person, Outgoing reply) {
    return switch (reply) {
      case Outgoing.Nothing _, Outgoing.Changed _ -> Sent.PLAINLY;
      case Outgoing.Text(var text) -> client.send(person, text(text));
      case Outgoing.Shown(var card) -> client.send(person, card(card));
      case Outgoing.TextAndCard(var text, var card) ->
          client.send(person, text(text)) instanceof Failed failure
              ? failure
              : client.send(person, card(card));
    };
  }

  /// In a group only words may be said late, and there is one answer: a card goes before words.
  private Outcome toRobot(Incoming to, Outgoing reply) {
    return switch (reply) {
      case Outgoing.Nothing _, Outgoing.Changed _ -> Sent.PLAINLY;
      case Outgoing.Text(var text) -> respond(to, RobotBodies.markdown(text));
      case Outgoing.Shown(var card) -> shown(to, card.head().title(), card);
      case Outgoing.TextAndCard(var text, var card) -> shown(to, text, card);
    };
  }

  private Outcome shown(Incoming to, String words, Card card) {
    var body = to.chat().isEmpty() ? RobotBodies.card(card) : RobotBodies.markdown(words);
    return respond(to, body);
  }

  private Outcome respond(Incoming to, JsonObject body) {
    return to.responseUrl()
        .map(url -> client.respond(url, body))
        .orElseGet(() -> new Outcome.Rejected(0, "no response_url"));
  }

  private static JsonObject text(String text) {
    return new JsonObject()
        .put("msgtype", "text")
        .put("text", new JsonObject().put("content", text));
  }

  private static JsonObject card(Card card) {
    return new JsonObject().put("msgtype", "template_card").put("template_card", card.forApp());
  }
}
