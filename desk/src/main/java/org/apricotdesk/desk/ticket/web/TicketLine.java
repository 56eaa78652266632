package org.apricotdesk.desk.ticket.web;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.ticket.Ticket;

/// A ticket as a row of a list.
///
/// @param place department and spot, as people know them
/// @param due when the running promise runs out
/// @param late whether it has run out
public record TicketLine(
    Ticket ticket, String place, Optional<String> assignee, Optional<Instant> due, boolean late) {

  /// The stylesheet's class for the status.
  public String mark() {
    return switch (ticket.status()) {
      case NEW, ASSIGNED -> "wait";
      case IN_PROGRESS -> "run";
      case PENDING_USER, PENDING_VENDOR, PENDING_APPROVAL, SCHEDULED -> "wait";
      case RESOLVED -> "ok";
      case CLOSED, CANCELLED, MERGED, REDIRECTED -> "";
    };
  }
}
