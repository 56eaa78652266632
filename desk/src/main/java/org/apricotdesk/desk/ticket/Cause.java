package org.apricotdesk.desk.ticket;

import java.util.Locale;

/// What the trouble was in the end; statistics count these.
public enum Cause {
  HARDWARE,
  SOFTWARE,
  CONFIGURATION,
  NETWORK,
  DATA,
  ACCOUNT,
  USER_OPERATION,
  CONSUMABLE,
  VENDOR,
  ENVIRONMENT,
  FULFILLED,
  NO_REPLY,
  OTHER;

  /// The name outside the program, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Cause of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
