package org.apricotdesk.desk.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.ticket.Ticket;

/// What stands behind a number: its definition, what was left out, and its tickets.
///
/// @param address of this page, to go on from
/// @param excluded how many were left out, by reason in words
/// @param interval where a rate probably lies, in words; empty for what is none
/// @param ofTickets whether tickets stand behind it, rather than something else
/// @param matters what it was counted from, if not from tickets
/// @param elsewhere the page where what it was counted from is seen, if the viewer may open it
/// @param more the ticket below which the next page begins
public record BehindPage(
    DashboardPage.Tile tile,
    String address,
    String definition,
    String interval,
    long numerator,
    long denominator,
    boolean rate,
    boolean ofTickets,
    List<Thing> matters,
    Optional<String> elsewhere,
    Map<String, Long> excluded,
    List<Row> rows,
    Optional<Long> more) {

  /// One thing behind a figure.
  ///
  /// @param tag what it is told apart by, in words; mostly empty
  public record Thing(String title, LocalDate on, String tag, String gist) {}

  /// @param hit whether it is in the numerator
  public record Row(Ticket ticket, String department, boolean hit) {}
}
