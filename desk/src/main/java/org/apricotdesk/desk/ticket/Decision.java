package org.apricotdesk.desk.ticket;

import java.util.List;

/// The answer to a [Command].
public sealed interface Decision {
  /// The ticket as it stands after the command or, refused, as it stood: who has it, what state.
  Ticket ticket();

  /// It is done and recorded; the events say what happened.
  record Accepted(Ticket ticket, List<TicketEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /// Nothing was changed.
  record Refused(Refusal why, Ticket ticket) implements Decision {}
}
