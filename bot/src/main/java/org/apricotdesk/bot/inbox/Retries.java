package org.apricotdesk.bot.inbox;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
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
  private final Answering answering;
  private final Clock clock;

  Retries(
      Database database,
      InboxStore store,
      Conversation conversation,
      Answering answering,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.conversation = conversation;
    this.answering = answering;
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
    store.leave(tx, message, answering.late(tx, outcome), outcome.turn().talk());
  }
}
