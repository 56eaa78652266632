package org.apricotdesk.bot.inbox;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.config.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up messages again that could not be handled when they came. The answer goes to the
/// person's own chat, since the platform's time to answer is over.
final class Retries {
  private static final Logger log = LoggerFactory.getLogger(Retries.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Database database;
  private final InboxStore store;
  private final Conversation conversation;
  private final Deliveries deliveries;
  private final Clock clock;

  Retries(
      Database database,
      InboxStore store,
      Conversation conversation,
      Deliveries deliveries,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.conversation = conversation;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /// Handles what is due; returns how many messages that were.
  int run() {
    var handled = 0;
    while (next()) {
      handled++;
    }
    return handled;
  }

  private boolean next() {
    var failing = new String[1];
    try {
      return database.inTransaction(
          tx -> {
            var message = store.nextFailed(tx);
            message.ifPresent(found -> failing[0] = found.id());
            message.ifPresent(found -> handle(tx, found));
            return message.isPresent();
          });
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      if (failing[0] == null) {
        throw failure;
      }
      log.error("message {} failed again", failing[0], failure);
      var retry = clock.instant().plus(PAUSE);
      var why = failure.getClass().getName();
      store.putOff(database.pool(), failing[0], retry, why, Inbox.MOST_ATTEMPTS);
      return true;
    }
  }

  private void handle(SqlConnection tx, Message message) {
    var outcome = conversation.takeAgain(tx, message, store.talk(tx, message));
    var reply = outcome.turn().reply();
    var lines = new ArrayList<>(reply.open());
    lines.addAll(reply.aside());
    var text = String.join("\n", lines);
    if (!text.isEmpty()) {
      var to = new Address.Member(message.person());
      deliveries.add(tx, List.of(late(message, to, text)));
    }
    store.leave(tx, message, Bodies.text(text), outcome.turn().talk());
  }

  private Delivery late(Message message, Address to, String text) {
    return new Delivery(
        "late:" + message.id(),
        to,
        "late",
        Optional.empty(),
        1,
        Optional.empty(),
        Bodies.text(text),
        clock.instant());
  }
}
