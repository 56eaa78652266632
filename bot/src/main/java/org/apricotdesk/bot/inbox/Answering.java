package org.apricotdesk.bot.inbox;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.Reply;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Incoming.Via;
import org.apricotdesk.bot.wecom.Outgoing;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Says it the way the channel allows: in a group one line, the rest in the person's own chat; with
/// the robot a card in the answer, with the application a card of its own.
final class Answering {
  private final Deliveries deliveries;
  private final ShownCards shown;
  private final Cards cards;
  private final Clock clock;
  private final Texts texts = Texts.of(Answering.class);
  private final Locale locale;

  Answering(Deliveries deliveries, ShownCards shown, Cards cards, Clock clock, Locale locale) {
    this.deliveries = deliveries;
    this.shown = shown;
    this.cards = cards;
    this.clock = clock;
    this.locale = locale;
  }

  Answer answer(SqlConnection tx, Outcome outcome) {
    var message = outcome.message();
    var reply = outcome.turn().reply();
    if (message.tap().isPresent()) {
      return tapped(tx, message, reply, outcome.tapped());
    }
    return message.chat().isPresent() ? inGroup(tx, message, reply) : direct(tx, message, reply);
  }

  /// The platform's time to answer is over: all of it goes to the person's own chat.
  JsonObject late(SqlConnection tx, Outcome outcome) {
    var message = outcome.message();
    var reply = outcome.turn().reply();
    var lines = new ArrayList<>(reply.open());
    lines.addAll(reply.aside());
    var text = String.join("\n", lines);
    if (!text.isEmpty()) {
      var body = Bodies.text(text);
      deliveries.add(tx, List.of(delivery(message, member(message), "late", body)));
    }
    reply.card().ifPresent(sheet -> sendCard(tx, message, sheet));
    return new JsonObject().put("text", text);
  }

  /// The same answer as the first time.
  Outgoing again(SqlConnection tx, JsonObject stored) {
    var text = stored.getString("text", "");
    var found =
        Optional.ofNullable(stored.getString("task"))
            .flatMap(task -> shown.tapped(tx, task, Optional.empty()));
    var card = found.map(one -> draw(tx, one));
    var judged = found.filter(one -> kind(one).isJudged()).isPresent();
    return card.isPresent() && stored.getBoolean("changed", false)
        ? new Outgoing.Changed(card.get(), List.of())
        : outgoing(text, card, judged);
  }

  /// It did not work; it will be tried again.
  Answer sorry() {
    var text = texts.say(locale, "sorry");
    return new Answer(new Outgoing.Text(text), new JsonObject().put("text", text));
  }

  private Answer direct(SqlConnection tx, Message message, Reply reply) {
    var lines = new ArrayList<>(reply.open());
    lines.addAll(reply.aside());
    var text = String.join("\n", lines);
    if (reply.card().isPresent() && message.via().isRobot()) {
      var sheet = reply.card().get();
      var task = keep(tx, message, sheet);
      return new Answer(
          outgoing(text, Optional.of(cards.draw(tx, task, sheet)), sheet.kind().isJudged()),
          new JsonObject().put("text", text).put("task", task));
    }
    reply.card().ifPresent(sheet -> sendCard(tx, message, sheet));
    return words(text);
  }

  private Answer inGroup(SqlConnection tx, Message message, Reply reply) {
    var first = reply.open().stream().limit(1).toList();
    var rest = new ArrayList<>(reply.open().subList(first.size(), reply.open().size()));
    rest.addAll(reply.aside());
    if (!rest.isEmpty()) {
      sendWords(tx, message, String.join("\n", rest));
    }
    reply.card().ifPresent(sheet -> sendCard(tx, message, sheet));
    var line = String.join("\n", first);
    return words(rest.isEmpty() || line.isEmpty() ? line : texts.say(locale, "more.aside", line));
  }

  /// A tap is answered by the card as it looks now; words follow where the card does not say it
  /// all.
  private Answer tapped(
      SqlConnection tx, Message message, Reply reply, Optional<ShownCard> tapped) {
    var now = tapped.map(card -> draw(tx, card));
    var says = now.isEmpty() || !(now.get() instanceof Card.Done) || remembers(tapped);
    var lines = new ArrayList<>(says ? reply.open() : List.<String>of());
    lines.addAll(reply.aside());
    if (!lines.isEmpty()) {
      sendWords(tx, message, String.join("\n", lines));
    }
    reply.card().ifPresent(sheet -> sendCard(tx, message, sheet));
    if (now.isEmpty()) {
      return new Answer(new Outgoing.Nothing(), new JsonObject());
    }
    if (message.via() == Via.APP) {
      var to = member(message);
      var body = Bodies.change(tapped.get().taskId(), now.get());
      deliveries.add(tx, List.of(delivery(message, to, "tap", body)));
      return new Answer(new Outgoing.Nothing(), new JsonObject());
    }
    return new Answer(
        new Outgoing.Changed(now.get(), List.of()),
        new JsonObject().put("task", tapped.get().taskId()).put("changed", true));
  }

  private static boolean remembers(Optional<ShownCard> card) {
    return card.filter(found -> kind(found).remembers()).isPresent();
  }

  private static Sheet.Kind kind(ShownCard card) {
    return Sheet.Kind.valueOf(card.kind());
  }

  /// @return the id of its card
  private String keep(SqlConnection tx, Message message, Sheet sheet) {
    var card =
        new ShownCard(
            ShownCards.taskId("reply:" + message.id()),
            member(message),
            sheet.kind().name(),
            sheet.ticket().map(TicketNumber::value),
            sheet.facts());
    shown.add(tx, List.of(card));
    return card.taskId();
  }

  private void sendCard(SqlConnection tx, Message message, Sheet sheet) {
    var body = Bodies.card(cards.draw(tx, keep(tx, message, sheet), sheet));
    deliveries.add(tx, List.of(delivery(message, member(message), "reply", body)));
  }

  private void sendWords(SqlConnection tx, Message message, String text) {
    deliveries.add(tx, List.of(delivery(message, member(message), "aside", Bodies.text(text))));
  }

  private Delivery delivery(Message message, Address to, String purpose, JsonObject body) {
    return new Delivery(
        purpose + ":" + message.id(),
        to,
        purpose,
        Optional.empty(),
        1,
        Optional.empty(),
        body,
        clock.instant());
  }

  private Card draw(SqlConnection tx, ShownCard card) {
    var sheet = Sheet.of(kind(card), card.ticket().map(TicketNumber::new), card.facts());
    return cards.draw(tx, card.taskId(), sheet);
  }

  private static Address member(Message message) {
    return new Address.Member(message.person());
  }

  private static Answer words(String text) {
    var json = new JsonObject().put("text", text);
    return new Answer(outgoing(text, Optional.empty(), false), json);
  }

  private static Outgoing outgoing(String text, Optional<Card> card, boolean judged) {
    if (text.isEmpty()) {
      return card.<Outgoing>map(Outgoing.Shown::new).orElse(new Outgoing.Nothing());
    }
    return card.<Outgoing>map(shown -> new Outgoing.TextAndCard(text, shown, judged))
        .orElse(new Outgoing.Text(text));
  }
}
