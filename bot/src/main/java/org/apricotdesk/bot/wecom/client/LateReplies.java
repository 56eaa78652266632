package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.LateAnswers;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.RobotBodies;
import org.apricotdesk.bot.wecom.client.Outcome.Failed;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;
import org.apricotdesk.bot.wecom.client.Outcome.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what the robot could not say in answer to a callback, by the one late answer that each
/// message allows. A robot that is called back has no other way to speak.
public final class LateReplies implements LateAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(LateReplies.class);

  private final WeComClient client;
  private final Function<String, Optional<Outgoing>> answers;

  /// @param answers what was answered to the message of an id, once it is
  public LateReplies(WeComClient client, Function<String, Optional<Outgoing>> answers) {
    this.client = client;
    this.answers = answers;
  }

  @Override
  public Optional<Outgoing> answerTo(String message) {
    return answers.apply(message);
  }

  @Override
  public void say(Incoming to, Outgoing reply) {
    var outcome =
        switch (reply) {
          case Outgoing.Nothing _, Outgoing.Changed _ -> Sent.PLAINLY;
          case Outgoing.Text(var text) -> respond(to, RobotBodies.markdown(text));
          case Outgoing.Shown(var card) -> shown(to, card.head().title(), card);
          case Outgoing.TextAndCard(var text, var card, _) -> shown(to, text, card);
        };
    if (outcome instanceof Failed failure) {
      LOG.warn("late answer to {} was not said: {}", to.id(), failure.why());
    }
  }

  /// In a group only words may be said late; elsewhere a card says more than words.
  private Outcome shown(Incoming to, String words, Card card) {
    var body = to.chat().isEmpty() ? RobotBodies.card(card) : RobotBodies.markdown(words);
    return respond(to, body);
  }

  private Outcome respond(Incoming to, JsonObject body) {
    return to.responseUrl()
        .map(url -> client.respond(url, body))
        .orElseGet(() -> new Rejected(0, "no response_url"));
  }
}
