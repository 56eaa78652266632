package org.apricotdesk.desk.ticket;

import java.util.Optional;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// A ticket found to be of another kind: work nobody has taken yet moves to the team in charge.
final class Recategorised {
  private Recategorised() {}

  static What.CategoryChanged of(Ticket ticket, Category category) {
    var moves = ticket.status() == Status.NEW;
    var hands = ticket.hands();
    return new What.CategoryChanged(
        ticket.report().category(),
        category.code(),
        moves ? Optional.of(category.team()) : hands.team(),
        moves ? Optional.of(category.squad()) : hands.squad(),
        Optional.of(category.speciality()));
  }
}
