package org.apricotdesk.desk.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.ImportReport.Problem;
import org.apricotdesk.desk.target.BusinessCalendar.Interval;

/// Reads a calendar file and finds everything that is wrong with it at once.
final class CalendarCheck {
  private static final String DEFAULT = "default";
  private static final String PER_DAY = "minutes_per_day";

  private final CalendarFile file;
  private final Predicate<CampusId> known;
  private final List<Problem> problems = new ArrayList<>();

  CalendarCheck(CalendarFile file, Predicate<CampusId> known) {
    this.file = file;
    this.known = known;
  }

  /// One year: the same days off for everybody, hours by campus.
  record Year(
      int year,
      ZoneId zone,
      Map<String, List<Interval>> hours,
      Set<DayOfWeek> weekend,
      Set<LocalDate> holidays,
      Set<LocalDate> worked) {

    List<Interval> hoursOf(String campus) {
      return hours.getOrDefault(campus, hours.getOrDefault(DEFAULT, List.of()));
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  Year read() {
    if (file.year() < 2000 || file.year() > 2200) refuse("year", "year", file.year());
    var zone =
        tried("timezone", ZoneId.of("Asia/Shanghai"), () -> ZoneId.of(String.valueOf(file.zone())));
    var year = new Year(file.year(), zone, hours(), weekend(), holidays(), worked());
    if (problems.isEmpty()) count(year);
    return year;
  }

  private Map<String, List<Interval>> hours() {
    var found = new HashMap<String, List<Interval>>();
    for (var entry : file.hours().entrySet()) {
      var key = entry.getKey();
      if (key.equals(PER_DAY)) continue;
      var where = "working_hours." + key;
      if (!key.equals(DEFAULT) && !known.test(new CampusId(key))) refuse(where, "campus");
      found.put(key, intervals(where, entry.getValue()));
    }
    if (!found.containsKey(DEFAULT)) refuse("working_hours.default", "missing");
    return found;
  }

  private List<Interval> intervals(String where, JsonNode list) {
    var found = new ArrayList<Interval>();
    for (var pair : list) {
      if (pair.size() != 2) refuse(where, "times", pair);
      else
        found.add(
            tried(
                where,
                new Interval(LocalTime.MIN, LocalTime.NOON),
                () ->
                    new Interval(
                        LocalTime.parse(pair.get(0).asText()),
                        LocalTime.parse(pair.get(1).asText()))));
    }
    if (found.isEmpty()) refuse(where, "no-time");
    for (var i = 1; i < found.size(); i++)
      if (found.get(i).from().isBefore(found.get(i - 1).to())) refuse(where, "overlap");
    return found;
  }

  private Set<DayOfWeek> weekend() {
    var days = new HashSet<DayOfWeek>();
    for (var day : file.weekend())
      days.add(tried("weekend_days", DayOfWeek.SUNDAY, () -> DayOfWeek.of(day)));
    if (days.size() == DayOfWeek.values().length) refuse("weekend_days", "no-day");
    return days;
  }

  private Set<LocalDate> holidays() {
    var days = new HashSet<LocalDate>();
    for (var i = 0; i < file.holidays().size(); i++) {
      var holiday = file.holidays().get(i);
      var where = "holidays[" + i + "] " + holiday.name();
      var from = date(where, holiday.from());
      var to = date(where, holiday.to());
      if (to.isBefore(from)) refuse(where, "backwards");
      else from.datesUntil(to.plusDays(1)).forEach(days::add);
    }
    return days;
  }

  private Set<LocalDate> worked() {
    var days = new HashSet<LocalDate>();
    for (var i = 0; i < file.worked().size(); i++) {
      var where = "working_weekends[" + i + "]";
      var date = date(where, file.worked().get(i).date());
      if (!file.weekend().contains(date.getDayOfWeek().getValue()))
        refuse(where, "no-weekend", date);
      if (!days.add(date)) refuse(where, "day-twice", date);
    }
    return days;
  }

  private LocalDate date(String where, String text) {
    var first = LocalDate.of(2000, 1, 1).withYear(Math.clamp(file.year(), 2000, 2200));
    var date = tried(where, first, () -> LocalDate.parse(text));
    if (date.getYear() != first.getYear()) refuse(where, "other-year", date, file.year());
    return date;
  }

  /// The file says how many days it means to have: a slip of the pen is found here.
  private void count(Year year) {
    if (file.expected().isEmpty()) return;
    var calendar =
        new BusinessCalendar(
            year.zone(), year.hoursOf(DEFAULT), year.weekend(), year.holidays(), year.worked());
    var first = LocalDate.of(year.year(), 1, 1);
    var byMonth =
        first
            .datesUntil(first.plusYears(1))
            .filter(calendar::isWorkingDay)
            .collect(Collectors.groupingBy(LocalDate::getMonthValue, Collectors.counting()));
    var total = byMonth.values().stream().mapToLong(Long::longValue).sum();
    var expected = file.expected().get();
    if (total != expected.total())
      refuse("expected_working_days.total", "miscounted", expected.total(), total);
    expected
        .byMonth()
        .forEach(
            (month, days) -> {
              var counted = byMonth.getOrDefault(Integer.parseInt(month), 0L);
              if (counted != days.longValue())
                refuse("expected_working_days.by_month." + month, "miscounted", days, counted);
            });
  }

  private <T> T tried(String where, T otherwise, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (DateTimeException | IllegalArgumentException failure) {
      refuse(where, "unreadable", String.valueOf(failure.getMessage()));
      return otherwise;
    }
  }

  private void refuse(String where, String what, Object... about) {
    problems.add(new Problem(where, what, about));
  }
}
