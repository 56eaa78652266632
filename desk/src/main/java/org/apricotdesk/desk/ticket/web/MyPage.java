package org.apricotdesk.desk.ticket.web;

import java.util.List;

/// Somebody's own reports.
///
/// @param waiting for their answer or their word that it works
public record MyPage(List<TicketLine> waiting, List<TicketLine> open, List<TicketLine> over) {
  public boolean isEmpty() {
    return waiting.isEmpty() && open.isEmpty() && over.isEmpty();
  }
}
