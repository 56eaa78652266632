package org.apricotdesk.bot.inbox;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.dialogue.Dialogue;
import org.apricotdesk.bot.dialogue.Heard;
import org.apricotdesk.bot.dialogue.Heed;
import org.apricotdesk.bot.dialogue.Reply;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.bot.dialogue.Talk;
import org.apricotdesk.bot.dialogue.Turn;
import org.apricotdesk.bot.inbox.Reading.Read;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Passes a message on to the dialogue, after a last look for patient data and for loops.
final class Conversation {
  private static final Duration SPLIT = Duration.ofMinutes(2);
  private static final long FLOOD = 10;
  private static final long ALIKE = 3;

  private final InboxStore store;
  private final ShownCards cards;
  private final Deliveries deliveries;
  private final Dialogue dialogue;
  private final Masker masker;
  private final Originals originals;
  private final People people;
  private final Texts texts = Texts.of(Conversation.class);
  private final Locale locale;

  Conversation(
      InboxStore store,
      ShownCards cards,
      Deliveries deliveries,
      Dialogue dialogue,
      Masker masker,
      Originals originals,
      People people,
      Locale locale) {
    this.store = store;
    this.cards = cards;
    this.deliveries = deliveries;
    this.dialogue = dialogue;
    this.masker = masker;
    this.originals = originals;
    this.people = people;
    this.locale = locale;
  }

  Outcome take(SqlConnection tx, Read read, Entry.Fresh fresh) {
    var across = across(tx, read, fresh.talk());
    var message = across.message();
    if (across.hides()) {
      originals.keep(tx, message.id(), read.original());
    }
    var outcome = hear(tx, message, across.talk(), heed(fresh));
    return across.hides() && fresh.alike() < ALIKE ? hinted(outcome) : outcome;
  }

  private static Heed heed(Entry.Fresh fresh) {
    if (fresh.alike() >= ALIKE) {
      return Heed.IGNORE;
    }
    return fresh.lately() >= FLOOD ? Heed.NOTE : Heed.ANSWER;
  }

  /// Handles a message that was kept because it could not be handled at once.
  Outcome takeAgain(SqlConnection tx, Message message, Talk talk) {
    return hear(tx, message, talk, Heed.ANSWER);
  }

  private record Across(Message message, Talk talk, boolean hides) {}

  /// An identifier may be split over two messages.
  private Across across(SqlConnection tx, Read read, Talk talk) {
    var before = talk.lastWords(read.message().sentAt(), SPLIT).orElse("");
    if (before.isEmpty() || read.original().isBlank()) {
      return new Across(read.message(), talk, read.words().hidesAnything());
    }
    var pair = masker.maskAcross(before, read.original());
    var message = read.message().withWords(pair.text().text());
    if (pair.previous().text().equals(before)) {
      return new Across(message, talk, pair.text().hidesAnything());
    }
    store.reword(tx, message.person(), before, pair.previous().text());
    return new Across(message, talk.reworded(before, pair.previous().text()), true);
  }

  private Outcome hear(SqlConnection tx, Message message, Talk talk, Heed heed) {
    var heard = heard(tx, message, talk, heed);
    if (message.tap().isPresent()) {
      return tap(heard, message, message.tap().get());
    }
    var turn =
        message.enters() && !message.says() ? dialogue.greet(heard) : said(heard, message, talk);
    return new Outcome(message, turn.after(message.words(), message.sentAt()), Optional.empty());
  }

  private Turn said(Heard heard, Message message, Talk talk) {
    if (message.note().isPresent() && !message.says()) {
      return new Turn(Reply.line(say(message.note().get())), talk);
    }
    var turn = dialogue.hear(heard);
    return message.note().map(note -> turn.aside(say(note))).orElse(turn);
  }

  private Heard heard(SqlConnection tx, Message message, Talk talk, Heed heed) {
    var person = people.orStranger(new PersonId(message.person()), message.person());
    var pictures = message.pictures().stream().map(AttachmentId::new).toList();
    return new Heard(
        tx, person, message.chat(), message.words(), pictures, message.sentAt(), heed, talk);
  }

  private Outcome tap(Heard heard, Message message, Message.Tap tap) {
    var shown =
        cards
            .tapped(heard.tx(), tap.taskId(), tap.responseCode())
            .filter(card -> isFor(card, message));
    if (shown.isEmpty()) {
      var reply = Reply.line(say("card.unknown"));
      return new Outcome(message, new Turn(reply, heard.talk()), Optional.empty());
    }
    var card = shown.get();
    deliveries.arrived(heard.tx(), card.taskId());
    if (card.to() instanceof Address.Chat) { // everybody there sees the card change
      var who = new JsonObject().put("tapped", message.person());
      cards.remember(heard.tx(), card.taskId(), who);
    }
    var kind = Sheet.Kind.valueOf(card.kind());
    if (kind.remembers()) {
      return remembered(heard, message, tap, card, kind);
    }
    var number = card.ticket().map(TicketNumber::new);
    var turn = dialogue.tap(heard, tap.key(), number, tap.choice());
    return new Outcome(message, turn, shown);
  }

  /// Such a card is answered once; later taps on it change nothing.
  private Outcome remembered(
      Heard heard, Message message, Message.Tap tap, ShownCard card, Sheet.Kind kind) {
    var facts = card.facts();
    if (!facts.getString("outcome", "").isEmpty()) {
      return new Outcome(message, new Turn(Reply.SILENCE, heard.talk()), Optional.of(card));
    }
    var outcome = new JsonObject().put("outcome", tap.key());
    cards.remember(heard.tx(), card.taskId(), outcome);
    var after =
        new ShownCard(
            card.taskId(), card.to(), card.kind(), card.ticket(), facts.copy().mergeIn(outcome));
    var turn =
        kind == Sheet.Kind.ARTICLE
            ? dialogue.judge(heard, tap.key(), facts)
            : dialogue.tapOfIncident(heard, tap.key(), facts);
    return new Outcome(message, turn, Optional.of(after));
  }

  /// A card works for those it was shown to, and where it was shown.
  private static boolean isFor(ShownCard card, Message message) {
    return switch (card.to()) {
      case Address.Member(var person) -> person.equalsIgnoreCase(message.person());
      case Address.Chat(var id) -> message.chat().filter(id::equals).isPresent();
      case Address.Webhook() -> false;
    };
  }

  private Outcome hinted(Outcome outcome) {
    var message = outcome.message();
    var turn =
        message.chat().isPresent()
            ? outcome.turn().and(say("privacy.group"))
            : outcome.turn().aside(say("privacy.direct"));
    return new Outcome(message, turn, outcome.tapped());
  }

  private String say(String key) {
    return texts.say(locale, key);
  }
}
