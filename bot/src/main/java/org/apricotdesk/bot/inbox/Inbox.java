package org.apricotdesk.bot.inbox;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.Dialogue;
import org.apricotdesk.bot.dialogue.Speech;
import org.apricotdesk.bot.inbox.Reading.Read;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.work.Loop;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.privacy.Masker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes each message of the platform once: in one transaction it is kept, understood, acted upon
/// and answered. The platform's repeats get the answer that was given.
public final class Inbox implements Receiver, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1200));
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(15);
  static final int MOST_ATTEMPTS = 8;

  private final Database database;
  private final InboxStore store;
  private final Reading reading;
  private final Conversation conversation;
  private final Answering answering;
  private final Nudges nudges;
  private final Clock clock;
  private final List<Loop> loops;

  private Inbox(
      Database database,
      InboxStore store,
      Reading reading,
      Conversation conversation,
      Answering answering,
      Nudges nudges,
      Clock clock,
      List<Loop> loops) {
    this.database = database;
    this.store = store;
    this.reading = reading;
    this.conversation = conversation;
    this.answering = answering;
    this.nudges = nudges;
    this.clock = clock;
    this.loops = loops;
  }

  /// Opens the inbox, and takes up again what could not be handled before.
  public static Inbox open(
      Database database,
      Desk desk,
      Dialogue dialogue,
      Cards cards,
      Pictures pictures,
      Originals originals,
      Locale locale,
      Clock clock) {
    var store = new InboxStore(clock);
    var deliveries = new Deliveries(database, clock);
    var shown = new ShownCards(clock);
    var masker = new Masker(desk.people()::isStaffName);
    var conversation =
        new Conversation(
            store, shown, deliveries, dialogue, masker, originals, desk.people(), locale);
    var answering = new Answering(deliveries, shown, cards, clock, locale);
    var retries = new Retries(database, store, conversation, answering, clock);
    var trimming = new Trimming(database.pool(), store, deliveries, clock);
    return new Inbox(
        database,
        store,
        new Reading(masker, pictures),
        conversation,
        answering,
        new Nudges(deliveries, locale),
        clock,
        List.of(
            Loop.every(LOOK_EVERY, "inbox", retries::run),
            Loop.every(LOOK_EVERY, "trimming", trimming::run)));
  }

  @Override
  public Outgoing receive(Incoming incoming) {
    if (incoming.content() instanceof Incoming.Other) {
      return new Outgoing.Nothing();
    }
    var read = reading.read(incoming);
    try {
      return persistently(read);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      return keepForLater(read, failure);
    }
  }

  /// The database may be away for a moment while it restarts; the platform waits a little.
  private Outgoing persistently(Read read) {
    for (var pause : PAUSES) {
      try {
        return once(read);
      } catch (Throwable failure) {
        if (!Weather.isPassing(failure)) {
          throw failure;
        }
        Weather.wait(pause);
      }
    }
    return once(read);
  }

  private Outgoing once(Read read) {
    return database.inTransaction(
        tx ->
            switch (store.enter(tx, read.message())) {
              case Entry.Repeat() -> again(tx, read.message());
              case Entry.Fresh fresh -> take(tx, read, fresh);
            });
  }

  private Outgoing take(SqlConnection tx, Read read, Entry.Fresh fresh) {
    return Speech.speaking(fresh.talk().language(), () -> answer(tx, read, fresh));
  }

  private Outgoing answer(SqlConnection tx, Read read, Entry.Fresh fresh) {
    var outcome = conversation.take(tx, read, fresh);
    nudges.after(tx, fresh.talk(), outcome);
    var answer = answering.answer(tx, outcome);
    store.leave(tx, outcome.message(), answer.stored(), outcome.turn().talk());
    return answer.outgoing();
  }

  private Outgoing again(SqlConnection tx, Message message) {
    return answer(tx, message.id()).orElse(new Outgoing.Nothing());
  }

  private Optional<Outgoing> answer(SqlConnection tx, String message) {
    return store.reply(tx, message).map(stored -> answering.again(tx, stored));
  }

  /// What was answered to the message of that id; empty until it is handled.
  public Optional<Outgoing> answerTo(String message) {
    return database.inTransaction(tx -> answer(tx, message));
  }

  /// We made a mistake: the message is kept, tried again, and its writer told so.
  private Outgoing keepForLater(Read read, Throwable failure) {
    log.error("message {} could not be handled", read.message().id(), failure);
    var sorry = answering.sorry();
    var retry = clock.instant().plus(RETRY);
    store.failed(
        database.pool(), read.message(), sorry.stored(), retry, failure.getClass().getName());
    return sorry.outgoing();
  }

  @Override
  public void close() {
    loops.forEach(Loop::close);
  }
}
