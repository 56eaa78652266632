package org.apricotdesk.desk.ticket.web;

import java.util.List;

/// The engineers' queue in its four lanes.
public record QueuePage(List<Lane> lanes) {
  /// @param name the key of its heading: `waiting`, `mine`, `others`, `today`
  /// @param count of all that belong there, more than are shown perhaps
  public record Lane(String name, List<TicketLine> tickets, long count) {}
}
