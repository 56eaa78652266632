package org.apricotdesk.desk.indicator;

import java.util.Locale;
import java.util.Optional;

/// By what figures can be told apart.
public enum Dimension {
  TEAM("team"),
  ENGINEER("assignee"),
  DEPARTMENT("department"),
  CAMPUS("campus"),
  CATEGORY("category");

  private final String column;

  Dimension(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /// Whether small numbers would tell about single people.
  boolean isPersonal() {
    return this == ENGINEER || this == DEPARTMENT;
  }

  static Optional<Dimension> of(String code) {
    for (var dimension : values())
      if (dimension.name().toLowerCase(Locale.ROOT).equals(code)) return Optional.of(dimension);
    return Optional.empty();
  }
}
