package org.apricotdesk.bot.inbox;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.dialogue.Talk;
import org.apricotdesk.config.text.Texts;

/// Asks once whether an offered answer helped, when nothing was heard for a while; domain §8.3.
///
/// After half an hour of silence the talk is over all the same: the next sentence begins a new one.
final class Nudges {
  private static final String PURPOSE = "answer.nudge";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Deliveries deliveries;
  private final Texts texts = Texts.of(Nudges.class);
  private final Locale locale;

  Nudges(Deliveries deliveries, Locale locale) {
    this.deliveries = deliveries;
    this.locale = locale;
  }

  /// @param before where the talk stood when the message came
  void after(SqlConnection tx, Talk before, Outcome outcome) {
    var message = outcome.message();
    var person = new Address.Member(message.person());
    if (before.waitsForJudgement()) {
      deliveries.overtake(tx, person, PURPOSE);
    }
    if (outcome.turn().talk().waitsForJudgement()) {
      deliveries.add(
          tx,
          List.of(
              new Delivery(
                  PURPOSE + ":" + message.id(),
                  person,
                  PURPOSE,
                  Optional.empty(),
                  2,
                  Optional.empty(),
                  Bodies.text(texts.say(locale, "answer.nudge")),
                  message.sentAt().plus(PATIENCE))));
    }
  }
}
