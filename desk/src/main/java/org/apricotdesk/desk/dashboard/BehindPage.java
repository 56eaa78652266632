package org.apricotdesk.desk.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.ticket.Ticket;

/// What stands behind a number: its definition, what was left out, and its tickets.
///
/// @param excluded how many were left out, by reason in words
/// @param ofTickets whether tickets stand behind it, rather than incidents
/// @param more the ticket below which the next page begins
public record BehindPage(
    DashboardPage.Tile tile,
    Span span,
    LocalDate first,
    String definition,
    long numerator,
    long denominator,
    boolean rate,
    boolean ofTickets,
    Map<String, Long> excluded,
    List<Row> rows,
    Optional<Long> more) {

  /// @param hit whether it is in the numerator
  public record Row(Ticket ticket, String department, boolean hit) {}
}
