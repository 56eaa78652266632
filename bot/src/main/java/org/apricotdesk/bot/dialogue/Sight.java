package org.apricotdesk.bot.dialogue;

import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.Ticket;

/// Whom the bot may tell about a ticket: the desk's own rule, nothing else.
final class Sight {
  private final Access access;

  Sight(Access access) {
    this.access = access;
  }

  boolean sees(Person person, Ticket ticket) {
    return access.may(person, Action.READ, ticket.subject());
  }
}
