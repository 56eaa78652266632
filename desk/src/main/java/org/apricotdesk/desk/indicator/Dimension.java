package org.apricotdesk.desk.indicator;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// By what figures can be told apart.
public enum Dimension {
  TEAM,
  ENGINEER,
  DEPARTMENT,
  CAMPUS,
  CATEGORY,
  /// The top of the catalogue: the hospital's systems and kinds of devices.
  SYSTEM,
  /// The hour of the day in which it was reported.
  HOUR;

  /// The slice a ticket belongs to; empty where it belongs to none.
  String key(Kept kept, ZoneId zone) {
    var place = kept.place();
    return switch (this) {
      case TEAM -> place.team();
      case ENGINEER -> place.assignee();
      case DEPARTMENT -> place.department();
      case CAMPUS -> place.campus();
      case CATEGORY -> place.category();
      case SYSTEM -> place.category().split("\\.", 2)[0];
      case HOUR -> String.format(Locale.ROOT, "%02d", kept.created().atZone(zone).getHour());
    };
  }

  /// The same in SQL, over the columns of `desk.ticket_fact`.
  ///
  /// @param zone the parameter with the time zone
  String sql(String zone) {
    return switch (this) {
      case TEAM, DEPARTMENT, CAMPUS, CATEGORY -> code();
      case ENGINEER -> "assignee";
      case SYSTEM -> "split_part(category, '.', 1)";
      case HOUR -> "to_char(created_at AT TIME ZONE " + zone + ", 'HH24')";
    };
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
