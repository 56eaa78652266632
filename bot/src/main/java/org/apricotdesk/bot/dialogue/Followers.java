package org.apricotdesk.bot.dialogue;

import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision.Accepted;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;

/// Plain sentences about a ticket that is open: they go to whoever is at its other end.
final class Followers {
  private static final int LOOK_BACK = 20;

  private final TicketDesk desk;
  private final Speech speech;
  private final Spoken spoken;

  Followers(TicketDesk desk, Speech speech, Spoken spoken) {
    this.desk = desk;
    this.speech = speech;
    this.spoken = spoken;
  }

  /// The open ticket of this person that the talk is about.
  Optional<Ticket> subject(Heard heard) {
    return heard
        .talk()
        .subject(heard.at())
        .flatMap(number -> desk.find(heard.tx(), number))
        .filter(ticket -> ticket.status().isOpen())
        .filter(ticket -> isPartyTo(ticket, heard.speaker().id()));
  }

  /// Adds what was said to that ticket; empty if there is none.
  Optional<Turn> add(Heard heard) {
    return subject(heard).flatMap(ticket -> add(heard, ticket));
  }

  /// Adds it to what an engineer asked this person and still waits for, though the talk has moved
  /// on since: the reminder says that a reply is enough.
  Optional<Turn> answerLate(Heard heard) {
    return desk.unfinishedOf(heard.tx(), heard.speaker().id(), LOOK_BACK).stream()
        .filter(ticket -> ticket.status() == Status.PENDING_USER)
        .findFirst()
        .flatMap(ticket -> add(heard, ticket));
  }

  private Optional<Turn> add(Heard heard, Ticket ticket) {
    var note = new Command.Note(heard.speaker().id(), heard.text(), false, heard.pictures());
    return desk.handle(heard.tx(), ticket.number(), note) instanceof Accepted
        ? Optional.of(
            new Turn(answer(heard, ticket), heard.talk().about(ticket.number(), heard.at())))
        : Optional.empty();
  }

  /// Once two people talk to each other the bot only carries their words.
  private Reply answer(Heard heard, Ticket ticket) {
    if (spoken.recently(heard.tx(), ticket)) {
      return Reply.SILENCE;
    }
    var number = speech.number(ticket.number());
    return ticket
        .assignee()
        .filter(who -> !who.equals(heard.speaker().id()))
        .map(who -> Reply.line(speech.say("note.passed", number, speech.name(who))))
        .orElse(Reply.line(speech.say("note.added", number)));
  }

  private static boolean isPartyTo(Ticket ticket, PersonId person) {
    return ticket.requester().equals(person)
        || ticket.assignee().filter(person::equals).isPresent();
  }
}
