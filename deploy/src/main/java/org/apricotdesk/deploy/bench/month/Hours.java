package org.apricotdesk.deploy.bench.month;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Working time counted the plain way, from the calendar's file alone: every stretch of every
/// working day, one after the other. Seconds since 1970.
final class Hours {
  private record Stretch(long from, long to) {}

  private final List<Stretch> stretches = new ArrayList<>();

  Hours(String calendar, LocalDate from, LocalDate to) {
    var json = new JsonObject(calendar);
    var daily = json.getJsonObject("working_hours").getJsonArray("default");
    var free = free(json.getJsonArray("holidays"));
    var worked = worked(json.getJsonArray("working_weekends"));
    for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
      var weekend = day.getDayOfWeek().getValue() > 5;
      if (worked.contains(day) || (!weekend && !free.contains(day))) add(day, daily);
    }
  }

  private static Set<LocalDate> free(JsonArray holidays) {
    var free = new HashSet<LocalDate>();
    for (var i = 0; i < holidays.size(); i++) {
      var one = holidays.getJsonObject(i);
      LocalDate.parse(one.getString("from"))
          .datesUntil(LocalDate.parse(one.getString("to")).plusDays(1))
          .forEach(free::add);
    }
    return free;
  }

  private static Set<LocalDate> worked(JsonArray weekends) {
    var worked = new HashSet<LocalDate>();
    for (var i = 0; i < weekends.size(); i++)
      worked.add(LocalDate.parse(weekends.getJsonObject(i).getString("date")));
    return worked;
  }

  private void add(LocalDate day, JsonArray daily) {
    for (var i = 0; i < daily.size(); i++) {
      var span = daily.getJsonArray(i);
      stretches.add(new Stretch(at(day, span.getString(0)), at(day, span.getString(1))));
    }
  }

  private static long at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(World.ZONE).toEpochSecond();
  }

  /// Seconds of working time between two moments, or of all time.
  long between(long from, long to, boolean always) {
    if (always) return Math.max(0, to - from);
    var sum = 0L;
    for (var stretch : stretches)
      sum += Math.max(0, Math.min(to, stretch.to()) - Math.max(from, stretch.from()));
    return sum;
  }

  /// The moment at which so many seconds have been counted.
  long after(long from, long seconds, boolean always) {
    if (always || seconds == 0) return from + seconds;
    var left = seconds;
    for (var stretch : stretches) {
      if (stretch.to() <= from) continue;
      var begin = Math.max(from, stretch.from());
      if (stretch.to() - begin >= left) return begin + left;
      left -= stretch.to() - begin;
    }
    throw new IllegalStateException("the calendar ends before " + Instant.ofEpochSecond(from));
  }

  boolean isWorkingDay(LocalDate day) {
    var noon = at(day, "10:00");
    return stretches.stream().anyMatch(one -> one.from() <= noon && noon < one.to());
  }
}
