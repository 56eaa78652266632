package org.apricotdesk.desk.ticket.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Somebody's own reports: on the first page all that are not over, and the newest that are; on
/// the next ones more of these.
///
/// @param waiting for their answer or their word that it works
/// @param next the number before which more are over
public record MyPage(
    List<TicketLine> waiting,
    List<TicketLine> open,
    List<TicketLine> over,
    Optional<TicketNumber> next) {
  public boolean isEmpty() {
    return waiting.isEmpty() && open.isEmpty() && over.isEmpty();
  }
}
