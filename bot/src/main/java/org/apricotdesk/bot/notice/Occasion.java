package org.apricotdesk.bot.notice;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.apricotdesk.bot.delivery.Address;
import org.apricotdesk.bot.delivery.Bodies;
import org.apricotdesk.bot.delivery.Delivery;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.desk.staff.PersonId;

/// An event because of which people are told something, other than one of a ticket. Each delivery's
/// key names the event, so hearing of it twice tells nobody twice.
///
/// @param purpose what kind of thing it is about
/// @param subject which of them
/// @param rank 1 goes before 2
record Occasion(String purpose, Object subject, Event event, int rank) {
  /// The rank of what can wait for everything else.
  static final int LAST = 4;

  /// Words that must arrive.
  Delivery words(PersonId person, String text) {
    return delivery(person, Optional.empty(), Bodies.text(text));
  }

  /// How it stands: of several such words that wait only the newest is sent.
  Delivery state(PersonId person, String text) {
    return delivery(person, fold(), Bodies.text(text));
  }

  /// The same by a card.
  Delivery state(PersonId person, Card card) {
    return delivery(person, fold(), Bodies.card(card));
  }

  private Optional<String> fold() {
    return Optional.of(purpose + ":" + subject);
  }

  private Delivery delivery(PersonId person, Optional<String> fold, JsonObject body) {
    var to = new Address.Member(person.value());
    return new Delivery(key(person), to, purpose, Optional.empty(), rank, fold, body, event.at());
  }

  /// Names what this person is told because of the event.
  String key(PersonId person) {
    var to = new Address.Member(person.value());
    return purpose + ":" + subject + ":" + event.position() + ":" + to.code();
  }
}
