package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.delivery.ShownCard;
import org.apricotdesk.bot.delivery.ShownCards;
import org.apricotdesk.bot.dialogue.Cards;
import org.apricotdesk.bot.dialogue.Sheet;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Ticket;

/// What is told because of one event. Each delivery's key names the event, so hearing of it twice
/// tells nobody twice.
final class Telling {
  private static final String OFFER = "offer";

  private final SqlConnection tx;
  private final Ticket ticket;
  private final String event;
  private final Instant at;
  private final Deliveries deliveries;
  private final ShownCards shown;
  private final Cards cards;
  private final List<Delivery> told = new ArrayList<>();

  Telling(
      SqlConnection tx,
      Ticket ticket,
      String event,
      Instant at,
      Deliveries deliveries,
      ShownCards shown,
      Cards cards) {
    this.tx = tx;
    this.ticket = ticket;
    this.event = event;
    this.at = at;
    this.deliveries = deliveries;
    this.shown = shown;
    this.cards = cards;
  }

  Ticket ticket() {
    return ticket;
  }

  SqlConnection tx() {
    return tx;
  }

  /// When what is told about happened.
  Instant at() {
    return at;
  }

  /// Whether something of that sort was sent there before.
  boolean told(Address to, String purpose) {
    return deliveries.reached(tx, ticket.number().value(), to, purpose);
  }

  /// Whether something of that sort, about whatever ticket, waits to be sent there.
  boolean waits(Address to, String purpose) {
    return deliveries.waits(tx, to, purpose);
  }

  /// Words that must arrive, each of them.
  void words(Address to, String purpose, String text) {
    add(key(purpose, to), to, purpose, Optional.empty(), Bodies.text(text), at);
  }

  /// Where it stands: of several such words only the newest is worth sending.
  void state(Address to, String text) {
    var fold = "state:" + ticket.number().value();
    add(key("state", to), to, "state", Optional.of(fold), Bodies.text(text), at);
  }

  /// Work somebody may take; once it is taken nobody needs to hear of it.
  void offer(Address to, String text) {
    var fold = "offer:" + ticket.number().value();
    add(key(OFFER, to), to, OFFER, Optional.of(fold), Bodies.text(text), at);
  }

  /// Drops an offer that waits.
  void withdraw() {
    overtake(OFFER);
  }

  /// Whether those there were asked to take it, and cannot see on their card that this person did.
  boolean mustHear(Address group, PersonId taker) {
    var number = ticket.number().value();
    return deliveries.reached(tx, number, group, OFFER, Sheet.Kind.CLAIM.name())
        && shown.of(tx, number, Sheet.Kind.CLAIM.name()).stream()
            .filter(card -> card.to().equals(group))
            .noneMatch(
                card -> card.facts().getString("tapped", "").equalsIgnoreCase(taker.value()));
  }

  void later(Address to, String purpose, String text, Instant due) {
    add(key(purpose, to), to, purpose, Optional.empty(), Bodies.text(text), due);
  }

  void card(Address to, Sheet.Kind kind, JsonObject facts) {
    card(to, kind, facts, key(kind.name(), to));
  }

  /// @param key names the occasion where it is more than this event
  void card(Address to, Sheet.Kind kind, JsonObject facts, String key) {
    var task = ShownCards.taskId(key);
    var number = Optional.of(ticket.number().value());
    shown.add(tx, List.of(new ShownCard(task, to, kind.name(), number, facts)));
    var sheet = Sheet.of(kind, ticket, facts);
    var body = Bodies.card(cards.draw(tx, task, sheet));
    add(key, to, kind.name(), Optional.empty(), body, at);
  }

  /// Draws the cards of this kind anew for everybody who has one; those still waiting to be sent
  /// are not sent any more.
  void redraw(Sheet.Kind kind) {
    deliveries.overtake(tx, ticket.number().value(), kind.name());
    for (var card : shown.of(tx, ticket.number().value(), kind.name())) {
      if (card.to() instanceof Address.Member) {
        var sheet = Sheet.of(kind, ticket, card.facts());
        var body = Bodies.change(card.taskId(), cards.draw(tx, card.taskId(), sheet));
        var key = "change:" + card.taskId() + ":" + event;
        add(key, card.to(), "change", Optional.of("change:" + card.taskId()), body, at);
      }
    }
  }

  void overtake(String... purposes) {
    deliveries.overtake(tx, ticket.number().value(), purposes);
  }

  /// Leaves the deliveries.
  void send() {
    deliveries.add(tx, told);
  }

  static Address member(PersonId person) {
    return new Address.Member(person.value());
  }

  private String key(String purpose, Address to) {
    return purpose + ":" + ticket.number().value() + ":" + event + ":" + to.code();
  }

  private void add(
      String key, Address to, String purpose, Optional<String> fold, JsonObject body, Instant due) {
    var rank =
        switch (ticket.priority()) {
          case P1 -> 1;
          case P2 -> 2;
          case P3 -> 3;
          case P4 -> 4;
        };
    var number = Optional.of(ticket.number().value());
    told.add(new Delivery(key, to, purpose, number, rank, fold, body, due));
  }
}
