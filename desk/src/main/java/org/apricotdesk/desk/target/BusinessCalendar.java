package org.apricotdesk.desk.target;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// When the desk works: several intervals a day, minus weekends and holidays, plus the weekends
/// that are worked in exchange.
///
/// @param day what a working day consists of, in order and without overlap
/// @param holidays days off whatever weekday they are
/// @param worked weekend days that are worked
public record BusinessCalendar(
    ZoneId zone,
    List<Interval> day,
    Set<DayOfWeek> weekend,
    Set<LocalDate> holidays,
    Set<LocalDate> worked)
    implements Hours {
  private static final int FAR = 3660;

  /// From the first moment up to, not including, the second.
  public record Interval(LocalTime from, LocalTime to) {
    public Interval {
      if (!from.isBefore(to)) throw new IllegalArgumentException("not before: " + from + " " + to);
    }
  }

  public BusinessCalendar {
    day = List.copyOf(day);
    weekend = Set.copyOf(weekend);
    holidays = Set.copyOf(holidays);
    worked = Set.copyOf(worked);
    if (day.isEmpty()) throw new IllegalArgumentException("a working day without working time");
    for (var i = 1; i < day.size(); i++)
      if (day.get(i).from().isBefore(day.get(i - 1).to()))
        throw new IllegalArgumentException("intervals overlap: " + day);
    if (weekend.size() == DayOfWeek.values().length)
      throw new IllegalArgumentException("every day of the week is weekend");
  }

  /// How much working time a working day has.
  public Duration workingDay() {
    return day.stream()
        .map(interval -> Duration.between(interval.from(), interval.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  public boolean isWorkingDay(LocalDate date) {
    return worked.contains(date)
        || (!holidays.contains(date) && !weekend.contains(date.getDayOfWeek()));
  }

  /// When the working day after that day ends.
  public Instant endOfNextDay(Instant at) {
    var date = date(at).plusDays(1);
    while (!isWorkingDay(date)) date = date.plusDays(1);
    return at(date, day.getLast().to());
  }

  public boolean isOpen(Instant at) {
    var local = at.atZone(zone);
    var time = local.toLocalTime();
    return isWorkingDay(local.toLocalDate())
        && day.stream().anyMatch(i -> !time.isBefore(i.from()) && time.isBefore(i.to()));
  }

  @Override
  public Duration elapsed(Instant from, Instant to) {
    var total = Duration.ZERO;
    var last = date(to);
    for (var date = date(from); !date.isAfter(last); date = date.plusDays(1))
      if (isWorkingDay(date))
        for (var interval : day)
          total = total.plus(overlap(from, to, at(date, interval.from()), at(date, interval.to())));
    return total;
  }

  @Override
  public Instant add(Instant from, Duration amount) {
    if (amount.isZero() || amount.isNegative()) return from;
    var left = amount;
    var end = date(from).plusDays(FAR);
    for (var date = date(from); date.isBefore(end); date = date.plusDays(1)) {
      if (!isWorkingDay(date)) continue;
      for (var interval : day) {
        var closes = at(date, interval.to());
        var starts = later(from, at(date, interval.from()));
        var open = Hours.AROUND_THE_CLOCK.elapsed(starts, closes);
        if (left.compareTo(open) <= 0) return starts.plus(left);
        left = left.minus(open);
      }
    }
    throw new IllegalArgumentException("no end within ten years: " + amount + " from " + from);
  }

  @Override
  public String code() {
    return "business";
  }

  private LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  private static Duration overlap(Instant from, Instant to, Instant opens, Instant closes) {
    return Hours.AROUND_THE_CLOCK.elapsed(later(from, opens), to.isBefore(closes) ? to : closes);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
