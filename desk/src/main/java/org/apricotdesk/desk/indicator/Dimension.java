package org.apricotdesk.desk.indicator;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// By what figures can be told apart.
public enum Dimension {
  TEAM("t.team"),
  ENGINEER("t.assignee"),
  DEPARTMENT("t.department"),
  CAMPUS("t.campus"),
  CATEGORY("t.category"),
  /// The top of the catalogue: the hospital's systems and kinds of devices.
  SYSTEM("split_part(t.category, '.', 1)"),
  /// The hour of the day in which it was reported.
  HOUR("to_char(t.created_at AT TIME ZONE ':zone', 'HH24')");

  private final String slice;

  Dimension(String slice) {
    this.slice = slice;
  }

  /// The slice a ticket belongs to, in SQL.
  String slice(ZoneId zone) {
    return slice.replace(":zone", zone.getId());
  }

  /// Whether small numbers would tell about single people.
  boolean isPersonal() {
    return this == ENGINEER || this == DEPARTMENT;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Dimension> of(String code) {
    for (var dimension : values()) if (dimension.code().equals(code)) return Optional.of(dimension);
    return Optional.empty();
  }
}
