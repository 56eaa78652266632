package org.apricotdesk.desk.target;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sample hospital's year 2026, written out again by hand so that the file is checked too.
final class SampleCalendar {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final BusinessCalendar YEAR_2026 =
      new BusinessCalendar(
          SHANGHAI,
          List.of(interval("08:00", "12:00"), interval("13:30", "17:30")),
          Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          Stream.of(
                  days("2026-01-01", "2026-01-03"),
                  days("2026-02-15", "2026-02-23"),
                  days("2026-04-04", "2026-04-06"),
                  days("2026-05-01", "2026-05-05"),
                  days("2026-06-19", "2026-06-21"),
                  days("2026-09-25", "2026-09-27"),
                  days("2026-10-01", "2026-10-07"))
              .flatMap(days -> days)
              .collect(Collectors.toSet()),
          Stream.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20")
              .map(LocalDate::parse)
              .collect(Collectors.collectingAndThen(Collectors.toSet(), SampleCalendar::october)));

  private SampleCalendar() {}

  /// A moment in the hospital's own time, such as `2026-03-16 15:00`.
  static Instant at(String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(SHANGHAI).toInstant();
  }

  private static Set<LocalDate> october(Set<LocalDate> days) {
    days.add(LocalDate.parse("2026-10-10"));
    return days;
  }

  private static BusinessCalendar.Interval interval(String from, String to) {
    return new BusinessCalendar.Interval(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Stream<LocalDate> days(String first, String last) {
    return LocalDate.parse(first).datesUntil(LocalDate.parse(last).plusDays(1));
  }
}
