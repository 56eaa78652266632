package org.apricotdesk.desk.brief;

import java.util.Locale;
import java.util.Optional;

/// What a brief is for; see the glossary.
public enum Kind {
  WEEKLY,
  MONTHLY,
  LEADERSHIP,
  QUARTERLY,
  SPECIAL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it speaks to those who decide: all figures, compared by campus.
  boolean isForLeaders() {
    return this == LEADERSHIP || this == WEEKLY;
  }

  static Optional<Kind> of(String code) {
    for (var kind : values()) if (kind.code().equals(code)) return Optional.of(kind);
    return Optional.empty();
  }
}
