package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// Why a ticket needs no work.
public enum CancelReason {
  SELF_RESOLVED,
  DUPLICATE,
  MISTAKEN,
  TEST,
  WITHDRAWN,
  APPROVAL_REJECTED;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static CancelReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
