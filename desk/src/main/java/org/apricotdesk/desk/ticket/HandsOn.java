package org.apricotdesk.desk.ticket;

import java.util.Optional;

/// Work that needs somebody on the spot; everything else can be done from another campus.
final class HandsOn {
  private HandsOn() {}

  static boolean needed(Ticket ticket) {
    return ticket.hands().speciality().equals(Optional.of("hardware"));
  }
}
