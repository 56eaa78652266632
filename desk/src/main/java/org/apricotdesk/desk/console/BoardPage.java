package org.apricotdesk.desk.console;

import java.time.Instant;
import java.util.List;
import org.apricotdesk.desk.ticket.Ticket;

/// The live board for a wall screen.
///
/// @param at when these numbers were counted
public record BoardPage(
    Instant at, long unclaimed, long working, long waiting, long urgent, List<Waiting> oldest) {

  /// @param where the department; blank if it is not known
  /// @param late whether somebody should have taken it by now
  public record Waiting(Ticket ticket, String where, boolean late) {}
}
