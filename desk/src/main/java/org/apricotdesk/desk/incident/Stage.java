package org.apricotdesk.desk.incident;

import java.util.Locale;

/// Where an incident stands; domain §9.2.
public enum Stage {
  /// Reports pile up; a person has to look.
  SUSPECTED,
  /// A person found it to be none.
  DISMISSED,
  DECLARED,
  /// Work on it has been reported at least once.
  MITIGATING,
  /// The fix is in; the places are asked whether it works.
  RESTORED,
  REVIEWED,
  CLOSED;

  /// Whether people are suffering from it, as far as is known.
  public boolean isRunning() {
    return this == DECLARED || this == MITIGATING;
  }

  public boolean isDeclared() {
    return this != SUSPECTED && this != DISMISSED;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
