package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Card;
import org.apricotdesk.bot.wecom.Card.Button;
import org.apricotdesk.bot.wecom.Card.Head;
import org.apricotdesk.bot.wecom.Card.Row;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;

/// Draws cards from the present state, each time anew; so a card never shows what was, and its
/// buttons are those that mean something now.
public final class Cards {
  private static final int LEAD = 1;
  private static final int PLAIN = 2;
  private static final int WORDS = 60;

  private final TicketDesk desk;
  private final Speech speech;
  private final String pages;
  private final IncidentCards incidents;

  /// @param pages the address of the desk's pages, without a slash at its end
  public Cards(TicketDesk desk, Incidents incidents, Speech speech, String pages) {
    this.desk = desk;
    this.speech = speech;
    this.pages = pages;
    this.incidents = new IncidentCards(incidents, speech, pages);
  }

  public Card draw(SqlClient sql, String taskId, Sheet sheet) {
    return switch (sheet.kind()) {
      case CLAIM -> claim(taskId, ticket(sql, sheet), sheet.facts());
      case WORK -> work(taskId, ticket(sql, sheet), sheet.facts());
      case RECEIPT -> receipt(taskId, ticket(sql, sheet));
      case SOLVED -> solved(taskId, ticket(sql, sheet));
      case ARTICLE -> article(taskId, sheet.facts());
      case OUTAGE -> incidents.known(sql, taskId, sheet.facts());
      case ROLL_CALL -> incidents.rollCall(sql, taskId, sheet.facts());
      case SUSPICION -> incidents.suspicion(sql, taskId, sheet.facts());
    };
  }

  private Ticket ticket(SqlClient sql, Sheet sheet) {
    return sheet
        .known()
        .orElseGet(() -> sheet.ticket().flatMap(number -> desk.find(sql, number)).orElseThrow());
  }

  Card claim(String taskId, Ticket ticket, JsonObject facts) {
    if (!ticket.status().isUnclaimed()) {
      return done(taskId, ticket, taken(ticket));
    }
    return new Card.Buttons(taskId, head(ticket, hints(facts)), buttons("take", "hand_over"));
  }

  /// Empty if there is nothing to know beforehand.
  private String hints(JsonObject facts) {
    var lines = new ArrayList<String>();
    var hint = facts.getString("hint", "");
    if (!hint.isEmpty()) lines.add(speech.say("card.hint", hint));
    var alike = facts.getJsonArray("likes", new JsonArray());
    if (!alike.isEmpty()) lines.add(speech.say("card.alike", alike.getList()));
    return String.join("\n", lines);
  }

  private String taken(Ticket ticket) {
    return ticket.status().isOpen() && ticket.assignee().isPresent()
        ? speech.say("card.taken", speech.name(ticket.assignee().get()))
        : speech.status(ticket);
  }

  private Card work(String taskId, Ticket ticket, JsonObject facts) {
    if (!ticket.status().isOpen()) {
      return done(taskId, ticket, speech.status(ticket));
    }
    var owner = ticket.assignee().map(PersonId::value).orElse("");
    if (!owner.equals(facts.getString("owner"))) {
      return done(taskId, ticket, speech.say("card.passed_on"));
    }
    return new Card.Buttons(
        taskId, head(ticket, ""), buttons("solve", "wait_user", "wait_vendor", "hand_over"));
  }

  Card receipt(String taskId, Ticket ticket) {
    if (!ticket.status().isOpen()) {
      return done(taskId, ticket, speech.status(ticket));
    }
    return new Card.Buttons(taskId, head(ticket, ""), buttons("nudge", "cancel", "person"));
  }

  Card solved(String taskId, Ticket ticket) {
    if (ticket.status().isOpen()) {
      return done(taskId, ticket, speech.say("card.reopened"));
    }
    var rating = ticket.ratingOfSolution();
    if (rating.isPresent()) {
      var low = rating.get().score() < 3 && rating.get().reasons().isEmpty();
      return low ? reasons(taskId, ticket) : done(taskId, ticket, speech.say("card.thanks"));
    }
    if (ticket.status() != Status.RESOLVED && ticket.status() != Status.CLOSED) {
      return done(taskId, ticket, speech.status(ticket));
    }
    var until = ticket.times().resolved().orElseThrow().plus(Mine.RATING);
    if (speech.now().isAfter(until)) {
      return done(taskId, ticket, speech.say("expired.button"));
    }
    var words = speech.say("card.solved.text", speech.state(ticket), speech.time(until));
    var head = head(ticket, words);
    return new Card.Buttons(
        taskId, head, buttons("satisfied", "so_so", "dissatisfied", "not_fixed"));
  }

  private Card reasons(String taskId, Ticket ticket) {
    var options = new ArrayList<Card.Option>();
    for (var reason : RatingReason.values()) {
      if (reason.complains()) {
        options.add(new Card.Option(reason.code(), speech.say("reason." + reason.code())));
      }
    }
    var submit = new Button(speech.say("reasons.button"), LEAD, "reasons");
    var head = head(ticket, speech.say("card.reasons"));
    return new Card.Ballot(taskId, head, "reasons", true, options, submit);
  }

  Card article(String taskId, JsonObject facts) {
    var title = facts.getString("title");
    var link = URI.create(pages + "/knowledge/" + facts.getString("article"));
    var head = new Head(title, speech.say("card.article"), "", List.of(), Optional.of(link));
    var outcome = facts.getString("outcome", "");
    return outcome.isEmpty()
        ? new Card.Buttons(taskId, head, buttons("useful", "useless", "person"))
        : new Card.Done(taskId, head, speech.say(outcome + ".button"));
  }

  private Card done(String taskId, Ticket ticket, String label) {
    return new Card.Done(taskId, head(ticket, ""), label);
  }

  private Head head(Ticket ticket, String text) {
    var number = speech.number(ticket.number());
    var rows =
        List.of(
            new Row(speech.say("card.place"), speech.place(ticket)),
            new Row(speech.say("card.state"), speech.state(ticket)),
            new Row(speech.say("card.reporter"), speech.name(ticket.requester())));
    return new Head(
        speech.say("card.title", number, speech.title(ticket)),
        speech.say("card.line", speech.priority(ticket), speech.place(ticket)),
        text.isEmpty() ? description(ticket) : text,
        rows,
        Optional.of(page(ticket)));
  }

  /// What the title does not say already, apart from the haste at its end.
  private String description(Ticket ticket) {
    var said = speech.calm(ticket.report().description());
    return said.equals(ticket.report().title()) ? "" : Speech.cut(said, WORDS);
  }

  private URI page(Ticket ticket) {
    return URI.create(pages + "/tickets/" + ticket.number().value());
  }

  private List<Button> buttons(String... phrases) {
    return buttons(speech, phrases);
  }

  /// One for each phrase, the first of them the one most will want.
  static List<Button> buttons(Speech speech, String... phrases) {
    var buttons = new ArrayList<Button>();
    for (var phrase : phrases) {
      var style = buttons.isEmpty() ? LEAD : PLAIN;
      buttons.add(new Button(speech.say(phrase + ".button"), style, phrase));
    }
    return buttons;
  }
}
