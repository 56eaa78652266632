package org.apricotdesk.desk.ticket;

/// A ticket that should exist does not.
public final class NoSuchTicket extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSuchTicket(TicketNumber number) {
    super("no ticket " + number.value());
  }
}
