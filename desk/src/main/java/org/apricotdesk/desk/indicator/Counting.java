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
import java.util.stream.Stream;
import org.apricotdesk.desk.indicator.Sums.Sum;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Scope.Condition;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Hours;

/// Adds up the tickets of a period that a viewer answers for: whole months and days from their
/// sums, what is left over from the marks of single tickets.
final class Counting {
  private final CellStore cells;
  private final MarkStore marks;
  private final Calendars calendars;
  private final ZoneId zone;
  private final Part part;
  private final Instant now;
  private final Together together;
  private final Map<Period, Sums> known = new HashMap<>();
  private final Map<Period, Sums> certain = new HashMap<>();
  private Optional<List<MarkStore.Running>> running = Optional.empty();

  Counting(SqlClient sql, Calendars calendars, ZoneId zone, Part part, Instant now) {
    this(sql, calendars, zone, part, now, new Together(List.of(), Optional.empty()));
  }

  /// @param together what will be asked for, so that open tickets are read once for all of it
  Counting(
      SqlClient sql, Calendars calendars, ZoneId zone, Part part, Instant now, Together together) {
    this.cells = new CellStore(sql);
    this.marks = new MarkStore(sql, zone);
    this.calendars = calendars;
    this.zone = zone;
    this.part = part;
    this.now = now;
    this.together = together;
  }

  /// Periods, as a whole or told apart in one way.
  record Together(List<Period> periods, Optional<Dimension> by) {
    Together {
      periods = List.copyOf(periods);
    }

    boolean holds(Period period, Optional<Dimension> how) {
      return periods.contains(period) && (how.isEmpty() || how.equals(by));
    }
  }

  /// Whole months or days of which sums are kept: from the first up to, not including, the other.
  record Summed(LocalDate first, LocalDate end, boolean daily) {}

  /// Tickets of which no sums are kept.
  record Leftover(Period period, IntFunction<Condition> whose) {}

  /// The whole months of a period.
  Optional<Summed> months(Period period) {
    var begin = LocalDate.ofInstant(period.from(), zone);
    var first = begin.withDayOfMonth(1);
    if (begin(first).isBefore(period.from())) first = first.plusMonths(1);
    var end = LocalDate.ofInstant(period.to(), zone).withDayOfMonth(1);
    return summed(first, end, false);
  }

  /// The whole days of a period, where sums of days are kept.
  Optional<Summed> days(Period period) {
    if (!part.isDaily()) return Optional.empty();
    var first = LocalDate.ofInstant(period.from(), zone);
    if (begin(first).isBefore(period.from())) first = first.plusDays(1);
    return summed(first, LocalDate.ofInstant(period.to(), zone), true);
  }

  private static Optional<Summed> summed(LocalDate first, LocalDate end, boolean daily) {
    return first.isBefore(end) ? Optional.of(new Summed(first, end, daily)) : Optional.empty();
  }

  /// As many whole months as there are, with the days before and after; in order of time.
  List<Summed> monthsAndDays(Period period) {
    var months = months(period);
    var days = days(period);
    if (months.isEmpty() || days.isEmpty()) return months.or(() -> days).stream().toList();
    var first = months.get().first();
    var end = months.get().end();
    return Stream.of(
            summed(days.get().first(), first, true), months, summed(end, days.get().end(), true))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What is not in these sums.
  ///
  /// @param all in order of time, without gaps
  List<Leftover> leftovers(Period period, List<Summed> all) {
    if (all.isEmpty()) return List.of(new Leftover(period, part::where));
    var first = begin(all.getFirst().first());
    var end = begin(all.getLast().end());
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
    for (var one : running(period, by))
      if (one.isOf(period.from(), asOf(period)))
        sums.computeIfAbsent(by.isEmpty() ? "" : one.slice(), _ -> new Sums())
            .add(one.tally(), new Sum(one.counted(), 0, 0));
    if (times) waiting(period, by, sums);
    return sums;
  }

  private List<MarkStore.Running> running(Period period, Optional<Dimension> by) {
    if (!together.holds(period, by)) return marks.running(bounds(List.of(period)), part::where, by);
    if (running.isEmpty())
      running = Optional.of(marks.running(bounds(together.periods()), part::where, together.by()));
    return running.get();
  }

  /// When these periods begin, and until when they can be counted.
  private List<Instant> bounds(List<Period> periods) {
    return periods.stream()
        .flatMap(period -> Stream.of(period.from(), asOf(period)))
        .distinct()
        .sorted()
        .toList();
  }

  /// The period as a whole, with single times; counted once.
  Sums whole(Period period) {
    return known.computeIfAbsent(
        period, one -> of(one, Optional.empty(), true).getOrDefault("", new Sums()));
  }

  /// What is certain of the period as a whole, whatever time may still bring; counted once.
  Sums settled(Period period) {
    return certain.computeIfAbsent(
        period, one -> settled(one, Optional.empty(), false).getOrDefault("", new Sums()));
  }

  private Map<String, Sums> settled(Period period, Optional<Dimension> by, boolean times) {
    var all = summed(period, by, times);
    var sums = new TreeMap<String, Sums>();
    for (var summed : all) {
      cells.add(part, by, summed, times, sums);
      if (times && summed.daily()) marks.times(period(summed), part::within, by, sums);
    }
    for (var left : leftovers(period, all)) marks.settled(left.period(), left.whose(), by, sums);
    return sums;
  }

  /// Of which months and days there are sums told apart in this way.
  private List<Summed> summed(Period period, Optional<Dimension> by, boolean times) {
    if (by.isEmpty() || (part.isWhole() && Cells.PARTS.contains(by.get())))
      return monthsAndDays(period);
    return part.isWhole() || !times ? months(period).stream().toList() : List.of();
  }

  private Period period(Summed summed) {
    return new Period(begin(summed.first()), begin(summed.end()));
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
