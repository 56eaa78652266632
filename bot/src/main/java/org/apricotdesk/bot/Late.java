package org.apricotdesk.bot;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.LateAnswers;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.config.database.Database;

/// Answers that were not ready when the platform hung up: the words go to the person's own chat.
final class Late implements LateAnswers {
  private final Database database;
  private final Deliveries deliveries;
  private final Clock clock;

  Late(Database database, Deliveries deliveries, Clock clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void say(Incoming to, Outgoing answer) {
    words(answer)
        .ifPresent(
            text ->
                Thread.ofVirtual()
                    .name("late-answer")
                    .start(
                        () ->
                            database.inTransaction(
                                tx -> {
                                  deliveries.add(tx, List.of(delivery(to, text)));
                                  return true;
                                })));
  }

  private Delivery delivery(Incoming to, String text) {
    return new Delivery(
        "late:" + to.id(),
        new Address.Member(to.person()),
        "late",
        Optional.empty(),
        1,
        Optional.empty(),
        Bodies.text(text),
        clock.instant());
  }

  private static Optional<String> words(Outgoing answer) {
    return switch (answer) {
      case Outgoing.Text(var text) -> Optional.of(text);
      case Outgoing.TextAndCard(var text, _, _) -> Optional.of(text);
      case Outgoing.Nothing _, Outgoing.Shown _, Outgoing.Changed _ -> Optional.empty();
    };
  }
}
