package org.apricotdesk.desk.brief;

import java.util.Locale;

/// How far a brief is.
public enum State {
  DRAFT,
  /// Waits for somebody else to look at it.
  REVIEW,
  PUBLISHED,
  DROPPED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isOpen() {
    return this == DRAFT || this == REVIEW;
  }
}
