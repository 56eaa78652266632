package org.apricotdesk.desk.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.People;

/// Sees to it that somebody is on duty: drafts the days that nobody has planned. A day on which any
/// shift begins is left as people made it.
public final class Drafts {
  private final Duty duty;
  private final People people;
  private final Supplier<List<ShiftKind>> kinds;
  private final ZoneId zone;
  private final Predicate<LocalDate> workingDay;

  public Drafts(
      Duty duty,
      People people,
      Supplier<List<ShiftKind>> kinds,
      ZoneId zone,
      Predicate<LocalDate> workingDay) {
    this.duty = duty;
    this.people = people;
    this.kinds = kinds;
    this.zone = zone;
    this.workingDay = workingDay;
  }

  /// Drafts what is empty from the first day up to the last, the last not included.
  ///
  /// @return how many days were drafted; none while no kinds of shifts are known
  public int fill(LocalDate from, LocalDate to) {
    var planned =
        duty.between(start(from), start(to)).stream()
            .map(shift -> shift.start().atZone(zone).toLocalDate())
            .collect(Collectors.toSet());
    var empty = from.datesUntil(to).filter(day -> !planned.contains(day)).toList();
    var known = empty.isEmpty() ? List.<ShiftKind>of() : kinds.get();
    if (known.isEmpty()) return 0;
    var rota = new Rota(people.everybody(), known, zone, workingDay);
    return (int) empty.stream().filter(day -> draft(rota, day)).count();
  }

  /// Whoever has other work at that time, by somebody's plan for the days around, is left out.
  private boolean draft(Rota rota, LocalDate day) {
    var around = duty.between(start(day.minusDays(1)), start(day.plusDays(2)));
    var shifts =
        rota.on(day).stream()
            .filter(one -> around.stream().noneMatch(other -> collide(one, other)))
            .toList();
    var clashes = duty.publish(start(day), start(day.plusDays(1)), shifts);
    if (!clashes.isEmpty()) throw new IllegalStateException("the draft clashes: " + clashes);
    return !shifts.isEmpty();
  }

  private static boolean collide(Shift one, Shift other) {
    return one.person().equals(other.person()) && one.overlaps(other);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
