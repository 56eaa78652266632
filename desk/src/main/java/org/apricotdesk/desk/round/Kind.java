package org.apricotdesk.desk.round;

import java.util.Locale;

/// The five buttons of the notebook.
public enum Kind {
  /// Becomes a ticket at once.
  FAULT,
  /// Becomes a suggestion at once.
  WISH,
  /// Becomes a training need at once.
  TRAINING,
  PRAISE,
  /// What was seen; somebody decides later what becomes of it.
  OBSERVATION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Kind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether something has to become of it.
  public boolean isPainPoint() {
    return this != PRAISE;
  }
}
