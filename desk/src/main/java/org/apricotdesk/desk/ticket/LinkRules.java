package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.ticket.Refusal.*;

import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Outcome.Happens;
import org.apricotdesk.desk.ticket.Outcome.Not;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Tickets that have to do with each other. Who links them must work on both; a link gives nobody a
/// right to read.
record LinkRules(Ticket ticket, Surroundings around) {

  Outcome link(Command.Link link) {
    if (link.other().equals(ticket.number())) return new Not(SAME_TICKET);
    if (!around.mayDo(link.by(), Action.NOTE_INTERNAL)) return new Not(NOT_ALLOWED);
    if (!knows(link.by(), link.other())) return new Not(UNKNOWN_OTHER);
    if (around.linked().contains(link.other())) return new Not(ALREADY_LINKED);
    return new Happens(new What.Linked(link.other()));
  }

  Outcome unlink(Command.Unlink unlink) {
    if (!around.mayDo(unlink.by(), Action.NOTE_INTERNAL)) return new Not(NOT_ALLOWED);
    if (!knows(unlink.by(), unlink.other())) return new Not(UNKNOWN_OTHER);
    if (!around.linked().contains(unlink.other())) return new Not(NOT_LINKED);
    return new Happens(new What.Unlinked(unlink.other()));
  }

  private boolean knows(PersonId who, TicketNumber number) {
    return around
        .other(number)
        .filter(other -> around.mayDo(who, Action.NOTE_INTERNAL, other))
        .isPresent();
  }
}
