package org.apricotdesk.desk.duty;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// Drafts a roster that goes round: the same people, kinds and day always give the same roster, so
/// every day of every year has one, and a lead only changes what does not suit.
///
/// On working days everybody has the day shift, except those who have the evening or the night, or
/// had the night before. Evenings, nights and the second line go round by the day.
public final class Rota {
  private static final List<String> ON_CALL =
      List.of("database", "network", "clinical_app", "integration", "security");

  private final List<Person> staff;
  private final List<Person> managers;
  private final List<ShiftKind> kinds;
  private final ZoneId zone;
  private final Predicate<LocalDate> workingDay;

  /// @param people everybody; who does not work at the desk is left alone
  public Rota(
      List<Person> people, List<ShiftKind> kinds, ZoneId zone, Predicate<LocalDate> workingDay) {
    var sorted =
        people.stream()
            .filter(Person::active)
            .sorted(Comparator.comparing(person -> person.id().value()))
            .toList();
    this.staff = sorted.stream().filter(p -> p.is(Role.ENGINEER) || p.is(Role.DISPATCHER)).toList();
    this.managers = sorted.stream().filter(p -> p.is(Role.DEPUTY_DIRECTOR)).toList();
    this.kinds = List.copyOf(kinds);
    this.zone = zone;
    this.workingDay = workingDay;
  }

  /// The shifts that begin on one of these days, the last not included.
  public List<Shift> between(LocalDate from, LocalDate to) {
    return from.datesUntil(to).flatMap(day -> on(day).stream()).toList();
  }

  /// The shifts that begin on this day.
  public List<Shift> on(LocalDate day) {
    var shifts = new ArrayList<Shift>();
    var busy = new HashSet<>(nightOf(day.minusDays(1)));
    var works = workingDay.test(day);
    for (var kind : kinds)
      switch (kind.name()) {
        case "evening", "night" -> firstLine(kind, day, busy, shifts);
        case "weekend" -> {
          if (!works) firstLine(kind, day, busy, shifts);
        }
        default -> {} // the day shift takes who is left, the second line comes from home
      }
    for (var kind : kinds)
      switch (kind.name()) {
        case "day" -> {
          if (works) everybodyElse(kind, day, busy, shifts);
        }
        case "oncall" -> secondLine(kind, day, shifts);
        default -> {}
      }
    manager(day, shifts);
    return List.copyOf(shifts);
  }

  private Set<PersonId> nightOf(LocalDate day) {
    var night = new HashSet<PersonId>();
    kinds.stream()
        .filter(kind -> kind.name().equals("night"))
        .forEach(
            kind -> kind.campuses().forEach(campus -> inTurn(kind, campus, day, 0, night::add)));
    return night;
  }

  /// One of each campus in turn.
  private void firstLine(ShiftKind kind, LocalDate day, Set<PersonId> busy, List<Shift> shifts) {
    for (var campus : kind.campuses()) {
      var skip = 0;
      while (skip < staff.size() && !tryTurn(kind, campus, day, skip, busy, shifts)) skip++;
    }
  }

  private boolean tryTurn(
      ShiftKind kind,
      CampusId campus,
      LocalDate day,
      int skip,
      Set<PersonId> busy,
      List<Shift> shifts) {
    return inTurn(
        kind,
        campus,
        day,
        skip,
        who -> busy.add(who) && shifts.add(shift(kind, Line.FIRST, campus, who, day)));
  }

  /// Whose turn it is by the calendar alone, so that yesterday's night can be known today.
  private boolean inTurn(
      ShiftKind kind, CampusId campus, LocalDate day, int skip, Predicate<PersonId> take) {
    var home = staff.stream().filter(one -> hands(one) && one.campus().equals(campus)).toList();
    if (home.isEmpty()) return false;
    var start = kind.name().equals("night") ? 0 : home.size() / 2;
    var turn = Math.floorMod(day.toEpochDay() + start + skip, home.size());
    return take.test(home.get(turn).id());
  }

  private static boolean hands(Person person) {
    return person.is(Role.ENGINEER) && !person.is(Role.TEAM_LEAD);
  }

  private void everybodyElse(
      ShiftKind kind, LocalDate day, Set<PersonId> busy, List<Shift> shifts) {
    staff.stream()
        .filter(one -> !busy.contains(one.id()))
        .map(one -> shift(kind, Line.FIRST, one.campus(), one.id(), day))
        .forEach(shifts::add);
  }

  private void secondLine(ShiftKind kind, LocalDate day, List<Shift> shifts) {
    for (var speciality : ON_CALL) {
      var experts =
          staff.stream()
              .filter(one -> hands(one) && one.speciality().filter(speciality::equals).isPresent())
              .filter(one -> shifts.stream().noneMatch(s -> late(s, kind, one, day)))
              .toList();
      if (experts.isEmpty()) continue;
      var one = experts.get(Math.floorMod(day.toEpochDay(), experts.size()));
      shifts.add(shift(kind, Line.SECOND, one.campus(), one.id(), day));
    }
  }

  private boolean late(Shift other, ShiftKind kind, Person one, LocalDate day) {
    return other.person().equals(one.id())
        && other.overlaps(shift(kind, Line.SECOND, one.campus(), one.id(), day));
  }

  private void manager(LocalDate day, List<Shift> shifts) {
    if (managers.isEmpty()) return;
    var one = managers.get(Math.floorMod(day.toEpochDay(), managers.size()));
    var start = day.atStartOfDay(zone).toInstant();
    var end = day.plusDays(1).atStartOfDay(zone).toInstant();
    shifts.add(new Shift(one.id(), "manager", Line.DIRECTOR, one.campus(), start, end));
  }

  private Shift shift(ShiftKind kind, Line line, CampusId campus, PersonId who, LocalDate day) {
    return new Shift(who, kind.name(), line, campus, kind.start(day, zone), kind.end(day, zone));
  }
}
