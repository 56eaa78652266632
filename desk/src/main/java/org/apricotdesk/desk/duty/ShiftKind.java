package org.apricotdesk.desk.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.apricotdesk.desk.staff.CampusId;

/// A kind of shift as the calendar file defines it: `night`, 22:00 to 08:00, first line, at `main`.
public record ShiftKind(
    String name, LocalTime from, LocalTime to, Set<Line> lines, Set<CampusId> campuses) {
  public ShiftKind {
    lines = Set.copyOf(lines);
    campuses = Set.copyOf(campuses);
  }

  Instant start(LocalDate day, ZoneId zone) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  /// A shift that ends no later in the day than it starts runs past midnight.
  Instant end(LocalDate day, ZoneId zone) {
    return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone).toInstant();
  }
}
