package org.apricotdesk.desk.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an engineer has come; domain §15.1.
public enum Tier {
  JUNIOR,
  INTERMEDIATE,
  SENIOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of that code; empty if there is none.
  public static Optional<Tier> of(String code) {
    return Arrays.stream(values()).filter(tier -> tier.code().equals(code)).findFirst();
  }
}
