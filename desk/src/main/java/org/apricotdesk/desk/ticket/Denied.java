package org.apricotdesk.desk.ticket;

import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.PersonId;

/// The refusal of somebody who may not: an engineer hears that somebody else has the ticket,
/// anybody else that it is not for them to do.
final class Denied {
  private Denied() {}

  static Outcome to(PersonId who, Ticket ticket, Surroundings around) {
    var couldWork = ticket.assignee().isPresent() && around.mayDo(who, Action.CLAIM);
    return new Outcome.Not(couldWork ? Refusal.NOT_YOURS : Refusal.NOT_ALLOWED);
  }
}
