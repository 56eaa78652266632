package org.apricotdesk.desk.ticket;

import java.util.List;

/// A ticket that was only tried out, with what would have happened at once.
public record Trial(Ticket ticket, List<TicketEvent> history) {
  /// Above every number that is ever handed out.
  static final TicketNumber NUMBER = new TicketNumber(999_999_999_999L);

  public Trial {
    history = List.copyOf(history);
  }
}
