package org.apricotdesk.bot.dialogue;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision.Accepted;
import org.apricotdesk.desk.ticket.Decision.Refused;
import org.apricotdesk.desk.ticket.NoSuchTicket;
import org.apricotdesk.desk.ticket.Receiver;
import org.apricotdesk.desk.ticket.Refusal;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Passes wishes on to the desk and puts its decisions into words.
final class Asking {
  private static final int CHOICES = 5;

  private final TicketDesk desk;
  private final People people;
  private final Catalogue catalogue;
  private final Speech speech;

  Asking(TicketDesk desk, People people, Catalogue catalogue, Speech speech) {
    this.desk = desk;
    this.people = people;
    this.catalogue = catalogue;
    this.speech = speech;
  }

  /// Asks for it; the answer is `<phrase>.done` or why not.
  Turn of(Said said, String phrase, Command command) {
    if (said.ticket().isEmpty()) {
      return numberMissing(said, phrase);
    }
    var number = said.ticket().get();
    try {
      return switch (desk.handle(said.heard().tx(), number, command)) {
        case Accepted(var ticket, _) -> done(said, phrase, ticket);
        case Refused(var why, var ticket) ->
            new Turn(Reply.line(refusal(why, ticket)), said.talk().withoutPending());
      };
    } catch (NoSuchTicket _) {
      return nothing(said, number);
    }
  }

  private Turn done(Said said, String phrase, Ticket ticket) {
    var line =
        speech.say(
            phrase + ".done",
            speech.number(ticket.number()),
            speech.title(ticket),
            speech.place(ticket));
    return new Turn(Reply.line(line), said.talk().about(ticket.number(), said.heard().at()));
  }

  /// Calls the desk to a ticket somebody wants a person for.
  Turn forPerson(Said said) {
    return of(said, "person", new Command.Nudge(said.speaker()));
  }

  /// Why not, with what helps: who has it, what to write first.
  String refusal(Refusal why, Ticket ticket) {
    var line = speech.refusal(why, ticket.number(), ticket.assignee().map(speech::name).orElse(""));
    return why == Refusal.CATEGORY_MISSING
        ? speech.say("classify.hint", line, ticket.number().value())
        : line;
  }

  Turn nothing(Said said, TicketNumber number) {
    return new Turn(Reply.line(speech.say("ticket.none", speech.number(number))), said.talk());
  }

  /// A button was tapped, or a command typed, without the word it needs: asks for it.
  Turn wordMissing(Said said, String phrase) {
    if (said.ticket().isEmpty()) {
      return numberMissing(said, phrase);
    }
    var number = said.ticket().get();
    var question = speech.say(phrase + ".ask", speech.number(number));
    var pending = new Pending(phrase, number.value(), said.heard().at());
    return new Turn(Reply.SILENCE.aside(List.of(question)), said.talk().with(pending));
  }

  /// Hands it to the pool of a team or squad of that name; empty if there is none.
  Optional<Turn> toPool(Said said, String typed, String reason) {
    return people.teams().stream()
        .flatMap(team -> Pool.of(team).stream())
        .filter(pool -> pool.name().contains(typed) && typed.length() > 1)
        .findFirst()
        .map(
            pool -> {
              var to = new Receiver.Pool(pool.team(), pool.squad());
              return of(said, "hand_over", new Command.Transfer(said.speaker(), to, reason));
            });
  }

  Turn classify(Said said) {
    var typed = said.text();
    var found = catalogue.leaves().stream().filter(category -> isMeant(category, typed)).toList();
    if (found.size() == 1) {
      var code = found.getFirst().code();
      return of(said, "classify", new Command.ChangeCategory(said.speaker(), code));
    }
    var lines =
        Reply.line(speech.say(found.isEmpty() ? "classify.none" : "classify.several", typed));
    for (var category : found.subList(0, Math.min(CHOICES, found.size()))) {
      lines = lines.and(speech.say("classify.choice", category.code().value(), category.path()));
    }
    return new Turn(lines, said.talk());
  }

  private static boolean isMeant(Category category, String typed) {
    return category.code().value().equals(typed)
        || category.name().contains(typed)
        || category.keywords().contains(typed);
  }

  private Turn numberMissing(Said said, String phrase) {
    var line = speech.say("number.missing", speech.say(phrase + ".help"));
    return new Turn(Reply.line(line), said.talk());
  }
}
