package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketNumber;

/// A card to be shown: its kind and what it is about. What stands on it follows from the present
/// state each time it is drawn.
///
/// @param facts what cannot be read from the ticket, such as the article it offers
/// @param known the ticket as it stands, where it is at hand
public record Sheet(
    Kind kind, Optional<TicketNumber> ticket, JsonObject facts, Optional<Ticket> known) {
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
    ROLL_CALL,
    /// Is it one trouble behind many reports? To those who may declare it.
    SUSPICION;

    /// Whether it is about something else than a ticket, and answered once.
    public boolean remembers() {
      return this == ARTICLE || this == OUTAGE || this == ROLL_CALL || this == SUSPICION;
    }

    /// Whether it goes with an answer of which people may say whether it helped.
    public boolean isJudged() {
      return this == ARTICLE;
    }
  }

  /// About a ticket that was read or changed just now.
  public static Sheet of(Kind kind, Ticket ticket, JsonObject facts) {
    return new Sheet(kind, Optional.of(ticket.number()), facts, Optional.of(ticket));
  }

  /// About whatever a card was about that was shown before.
  public static Sheet of(Kind kind, Optional<TicketNumber> ticket, JsonObject facts) {
    return new Sheet(kind, ticket, facts, Optional.empty());
  }

  /// @param draft the report it answers, so that its buttons work when the talk has moved on
  static Sheet article(String id, String title, Draft draft) {
    var facts = new JsonObject().put("article", id).put("title", title).put("draft", draft.json());
    return of(Kind.ARTICLE, Optional.empty(), facts);
  }

  /// @param draft what was reported, so that its buttons work when the talk has moved on
  static Sheet outage(IncidentNumber number, Draft draft) {
    var facts = new JsonObject().put("incident", number.value()).put("draft", draft.json());
    return of(Kind.OUTAGE, Optional.empty(), facts);
  }

  /// @param reporters how many people reported it
  public static Sheet suspicion(IncidentNumber number, int reporters) {
    var facts = new JsonObject().put("incident", number.value()).put("reporters", reporters);
    return of(Kind.SUSPICION, Optional.empty(), facts);
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
    return of(Kind.ROLL_CALL, Optional.empty(), facts);
  }
}
