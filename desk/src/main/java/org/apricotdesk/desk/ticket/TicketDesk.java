package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;

/// The desk's tickets: opens them, and answers every wish about them.
public interface TicketDesk {
  /// Opens a ticket within the caller's transaction.
  Ticket open(SqlConnection tx, NewTicket ticket);

  /// Opens a ticket in a transaction of its own.
  Ticket open(NewTicket ticket);

  /// Answers a wish within the caller's transaction.
  ///
  /// @throws NoSuchTicket if there is none of that number
  Decision handle(SqlConnection tx, TicketNumber number, Command command);

  /// Answers a wish in a transaction of its own.
  ///
  /// @throws NoSuchTicket if there is none of that number
  Decision handle(TicketNumber number, Command command);

  Optional<Ticket> find(TicketNumber number);
}
