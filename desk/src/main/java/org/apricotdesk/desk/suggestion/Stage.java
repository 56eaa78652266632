package org.apricotdesk.desk.suggestion;

import java.util.Locale;

/// Where a suggestion stands; domain §10.1.
public enum Stage {
  SUBMITTED,
  TRIAGED,
  MERGED,
  IN_REVIEW,
  DEFERRED,
  REJECTED,
  APPROVED,
  PROTOTYPING,
  TRIAL,
  DEVELOPING,
  PILOTING,
  ROLLING_OUT,
  ACCEPTANCE,
  ACCEPTED,
  FAILED,
  FED_BACK,
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Stage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether nothing more is expected to happen.
  public boolean isOver() {
    return this == MERGED || this == FED_BACK || this == WITHDRAWN;
  }

  /// Whether it was approved and is being made.
  public boolean isBeingMade() {
    return compareTo(APPROVED) >= 0 && compareTo(ACCEPTANCE) <= 0;
  }
}
