package org.apricotdesk.desk.indicator;

import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Scope.Condition;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Hours;

/// Adds up the tickets of a period that a viewer answers for: whole months from their sums, what is
/// left over from the marks of single tickets.
final class Counting {
  private final CellStore cells;
  private final MarkStore marks;
  private final Calendars calendars;
  private final ZoneId zone;
  private final Part part;
  private final Instant now;
  private final Map<Period, Sums> known = new HashMap<>();

  Counting(SqlClient sql, Calendars calendars, ZoneId zone, Part part, Instant now) {
    this.cells = new CellStore(sql);
    this.marks = new MarkStore(sql, zone);
    this.calendars = calendars;
    this.zone = zone;
    this.part = part;
    this.now = now;
  }

  /// Whole months: from the first up to, not including, the other.
  record Months(LocalDate first, LocalDate end) {}

  /// Tickets of which no sums are kept.
  record Leftover(Period period, IntFunction<Condition> whose) {}

  /// The whole months of a period.
  Optional<Months> months(Period period) {
    var begin = LocalDate.ofInstant(period.from(), zone);
    var first = begin.withDayOfMonth(1);
    if (begin(first).isBefore(period.from())) first = first.plusMonths(1);
    var end = LocalDate.ofInstant(period.to(), zone).withDayOfMonth(1);
    return first.isBefore(end) ? Optional.of(new Months(first, end)) : Optional.empty();
  }

  /// What is not in the sums of these months.
  List<Leftover> leftovers(Period period, Optional<Months> months) {
    if (months.isEmpty()) return List.of(new Leftover(period, part::where));
    var first = begin(months.get().first());
    var end = begin(months.get().end());
    var left = new ArrayList<Leftover>();
    if (part.rest().isPresent())
      left.add(new Leftover(new Period(first, end), at -> part.besides(at).orElseThrow()));
    if (period.from().isBefore(first))
      left.add(new Leftover(new Period(period.from(), first), part::where));
    if (end.isBefore(period.to()))
      left.add(new Leftover(new Period(end, period.to()), part::where));
    return left;
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /// @param times whether single times are wanted too
  Map<String, Sums> of(Period period, Optional<Dimension> by, boolean times) {
    var sums = settled(period, by, times);
    marks.running(period, asOf(period), part::where, by, sums);
    if (times) waiting(period, by, sums);
    return sums;
  }

  /// The period as a whole, with single times; counted once.
  Sums whole(Period period) {
    return known.computeIfAbsent(
        period, one -> of(one, Optional.empty(), true).getOrDefault("", new Sums()));
  }

  /// What is certain of the period as a whole, whatever time may still bring.
  Sums settled(Period period) {
    return settled(period, Optional.empty(), false).getOrDefault("", new Sums());
  }

  private Map<String, Sums> settled(Period period, Optional<Dimension> by, boolean times) {
    var months = months(period).filter(_ -> part.isWhole() || by.isEmpty() || !times);
    var sums = new TreeMap<String, Sums>();
    months.ifPresent(whole -> sums.putAll(cells.of(part, by, whole, times)));
    for (var left : leftovers(period, months)) marks.settled(left.period(), left.whose(), by, sums);
    return sums;
  }

  /// How long tickets have waited for an answer by now: as long as the next later one, and the time
  /// between the two besides. So no day of a calendar is looked at twice.
  private void waiting(Period period, Optional<Dimension> by, Map<String, Sums> sums) {
    var later = new IdentityHashMap<Hours, Waited>();
    for (var one : marks.waiting(period, part::where, by)) {
      var hours = hours(one);
      var next = later.getOrDefault(hours, new Waited(asOf(period), Duration.ZERO));
      var waited = next.since(one.since(), hours);
      later.put(hours, waited);
      sums.computeIfAbsent(one.slice(), _ -> new Sums())
          .add(new Mark(Tally.ANSWER_TIME, one.since(), false, waited.used()));
    }
  }

  private record Waited(Instant since, Duration used) {
    Waited since(Instant earlier, Hours hours) {
      return new Waited(earlier, used.plus(hours.elapsed(earlier, since)));
    }
  }

  private Hours hours(MarkStore.Waiting one) {
    return one.clock().equals(Hours.AROUND_THE_CLOCK.code())
        ? Hours.AROUND_THE_CLOCK
        : calendars.of(new CampusId(one.campus()));
  }

  List<Indicators.Behind> behind(Tally tally, Period period, long before, int limit) {
    return marks.behind(tally, period, asOf(period), part::where, before, limit);
  }

  Part part() {
    return part;
  }

  /// Until when a period can be counted.
  Instant asOf(Period period) {
    return now.isBefore(period.to()) ? now : period.to();
  }
}
