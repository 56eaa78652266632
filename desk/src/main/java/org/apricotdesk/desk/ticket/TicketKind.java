package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// Whether something that worked is broken, or somebody asks for standard work.
public enum TicketKind {
  INCIDENT,
  REQUEST;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static TicketKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
