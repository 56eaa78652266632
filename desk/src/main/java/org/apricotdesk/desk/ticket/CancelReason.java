package org.apricotdesk.desk.ticket;

import java.util.List;
import java.util.Locale;

/// Why a ticket needs no work.
public enum CancelReason {
  SELF_RESOLVED,
  DUPLICATE,
  MISTAKEN,
  TEST,
  WITHDRAWN,
  APPROVAL_REJECTED;

  /// What people say of their own reports.
  public static final List<CancelReason> OF_REPORTERS =
      List.of(SELF_RESOLVED, WITHDRAWN, DUPLICATE, MISTAKEN, TEST);

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static CancelReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
