package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.apricotdesk.desk.ticket.TicketNumber;

/// A card to be shown: its kind and what it is about. What stands on it follows from the present
/// state each time it is drawn.
///
/// @param facts what cannot be read from the ticket, such as the article it offers
public record Sheet(Kind kind, Optional<TicketNumber> ticket, JsonObject facts) {
  /// The cards there are; domain §8.6.
  public enum Kind {
    /// New work, to those who may take it.
    CLAIM,
    /// Work in hand, to its owner.
    WORK,
    /// What became of a report, to its reporter.
    RECEIPT,
    /// Is it done, and how was it? To the reporter.
    SOLVED,
    /// An answer from the knowledge base.
    ARTICLE
  }

  public static Sheet of(Kind kind, TicketNumber ticket) {
    return new Sheet(kind, Optional.of(ticket), new JsonObject());
  }

  /// @param draft the report it answers, so that its buttons work when the talk has moved on
  static Sheet article(String id, String title, Draft draft) {
    var facts = new JsonObject().put("article", id).put("title", title).put("draft", draft.json());
    return new Sheet(Kind.ARTICLE, Optional.empty(), facts);
  }
}
