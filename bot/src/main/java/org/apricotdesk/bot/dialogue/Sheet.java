package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.staff.DepartmentId;
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
    ARTICLE,
    /// What is known to be down, to somebody who has just reported it.
    OUTAGE,
    /// Does it work again with you? To those who suffered.
    ROLL_CALL;

    /// Whether it remembers what was tapped on it, instead of following a ticket.
    public boolean remembers() {
      return this == ARTICLE || this == OUTAGE || this == ROLL_CALL;
    }
  }

  public static Sheet of(Kind kind, TicketNumber ticket) {
    return new Sheet(kind, Optional.of(ticket), new JsonObject());
  }

  /// @param draft the report it answers, so that its buttons work when the talk has moved on
  static Sheet article(String id, String title, Draft draft) {
    var facts = new JsonObject().put("article", id).put("title", title).put("draft", draft.json());
    return new Sheet(Kind.ARTICLE, Optional.empty(), facts);
  }

  /// @param draft what was reported, so that its buttons work when the talk has moved on
  static Sheet outage(IncidentNumber number, Draft draft) {
    var facts = new JsonObject().put("incident", number.value()).put("draft", draft.json());
    return new Sheet(Kind.OUTAGE, Optional.empty(), facts);
  }

  /// @param place the department's name
  /// @param text what has become of the incident
  public static Sheet rollCall(
      IncidentNumber number, DepartmentId department, String place, String text) {
    var facts =
        new JsonObject()
            .put("incident", number.value())
            .put("department", department.value())
            .put("place", place)
            .put("text", text);
    return new Sheet(Kind.ROLL_CALL, Optional.empty(), facts);
  }
}
