package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.target.Promise;

/// Where an open ticket stands in the queue, behind which the next page begins. It holds for a
/// ticket that has left the queue since, too.
///
/// @param due when the promise that runs now runs out; without one it stands behind all with one
public record QueuePlace(Optional<Instant> due, TicketNumber number) {
  public static QueuePlace of(Ticket ticket) {
    return new QueuePlace(ticket.running().flatMap(Promise::due), ticket.number());
  }
}
