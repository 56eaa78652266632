package org.apricotdesk.desk.duty;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apricotdesk.desk.staff.CampusId;

/// A kind of shift as the calendar file defines it: `night`, 22:00 to 08:00, first line, at `main`.
public record ShiftKind(
    String name, LocalTime from, LocalTime to, Set<Line> lines, Set<CampusId> campuses) {
  public ShiftKind {
    lines = Set.copyOf(lines);
    campuses = Set.copyOf(campuses);
  }

  /// The kinds a calendar file defines.
  ///
  /// @param calendar the text of a `calendar.json`
  public static List<ShiftKind> in(String calendar) {
    return new JsonObject(calendar)
        .getJsonArray("duty_shifts", new JsonArray()).stream()
            .map(JsonObject.class::cast)
            .map(ShiftKind::of)
            .toList();
  }

  private static ShiftKind of(JsonObject json) {
    return new ShiftKind(
        json.getString("id"),
        LocalTime.parse(json.getString("start")),
        LocalTime.parse(json.getString("end")),
        json.getJsonArray("lines").stream()
            .map(line -> Line.valueOf(line.toString().toUpperCase(Locale.ROOT)))
            .collect(toUnmodifiableSet()),
        json.getJsonArray("campuses").stream()
            .map(campus -> new CampusId(campus.toString()))
            .collect(toUnmodifiableSet()));
  }

  /// When it begins on that day.
  public Instant start(LocalDate day, ZoneId zone) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  /// A shift that ends no later in the day than it starts runs past midnight.
  public Instant end(LocalDate day, ZoneId zone) {
    return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone).toInstant();
  }
}
