package org.apricotdesk.desk.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Snapshot;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.target.BusinessCalendar.Interval;

/// When each campus works, kept in memory like the catalogue.
///
/// Years nobody has loaded yet have plain weekends and no holidays.
public final class Calendars {
  private static final String ALL =
      "SELECT content::text AS content, known_from FROM desk.calendar ORDER BY version";
  private static final String NEWEST =
      "SELECT content::text AS content FROM desk.calendar ORDER BY version DESC LIMIT 1";
  private static final String REVISION = "SELECT value FROM desk.revision WHERE name = 'calendar'";
  private static final List<Interval> OFFICE_HOURS =
      List.of(
          new Interval(LocalTime.of(8, 0), LocalTime.of(12, 0)),
          new Interval(LocalTime.of(13, 30), LocalTime.of(17, 30)));
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Database database;
  private final ZoneId zone;
  private final Snapshot<Known> snapshot;

  private record Version(CalendarCheck.Year year, Instant knownFrom) {}

  private record Known(List<Version> versions, Map<CampusId, BusinessCalendar> merged) {}

  /// @param zone the organisation's, until a calendar is loaded
  public Calendars(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
    this.snapshot = new Snapshot<>(this::revision, this::read);
  }

  /// Reads the calendars anew if they have changed.
  public void refresh() {
    snapshot.refresh();
  }

  private long revision() {
    return database.pool().query(REVISION).execute().await().iterator().next().getLong("value");
  }

  private Known read() {
    var versions =
        database.pool().query(ALL).execute().await().stream()
            .map(
                row ->
                    new Version(
                        year(row.getString("content")),
                        row.getOffsetDateTime("known_from").toInstant()))
            .toList();
    return new Known(versions, new ConcurrentHashMap<>());
  }

  /// The file that was loaded last; it says what kinds of shifts there are.
  public Optional<String> newest() {
    return database.pool().query(NEWEST).execute().await().stream()
        .findFirst()
        .map(row -> row.getString("content"));
  }

  /// The calendar of that campus as it is known now.
  public BusinessCalendar of(CampusId campus) {
    var now = snapshot.value();
    return now.merged().computeIfAbsent(campus, one -> merge(one, now.versions()));
  }

  /// The calendar of that campus as it was known then; closed tickets are measured by it.
  public BusinessCalendar of(CampusId campus, Instant then) {
    var all = snapshot.value().versions();
    var known = all.stream().filter(v -> !v.knownFrom().isAfter(then)).toList();
    return known.size() == all.size() ? of(campus) : merge(campus, known);
  }

  /// The later version of a year wins; hours are those of the version loaded last.
  private BusinessCalendar merge(CampusId campus, List<Version> versions) {
    var years = new TreeMap<Integer, CalendarCheck.Year>();
    versions.forEach(version -> years.put(version.year().year(), version.year()));
    if (years.isEmpty())
      return new BusinessCalendar(zone, OFFICE_HOURS, WEEKEND, Set.of(), Set.of());
    var holidays = new HashSet<LocalDate>();
    var worked = new HashSet<LocalDate>();
    years.values().forEach(year -> holidays.addAll(year.holidays()));
    years.values().forEach(year -> worked.addAll(year.worked()));
    var last = versions.getLast().year();
    return new BusinessCalendar(
        last.zone(), last.hoursOf(campus.value()), last.weekend(), holidays, worked);
  }

  private static CalendarCheck.Year year(String json) {
    try {
      return new CalendarCheck(CalendarFile.read(json), _ -> true).read();
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a stored calendar cannot be read", failure);
    }
  }
}
