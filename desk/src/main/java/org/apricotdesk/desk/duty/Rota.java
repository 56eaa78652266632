package org.apricotdesk.desk.duty;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// Drafts a roster that goes round: the same people, kinds and day always give the same roster, so
/// every day of every year has one.
///
/// Working days have everybody on the day shift except those whose night it was; evenings, nights
/// and the second line go round by the day, and nobody has two nights in a row.
public final class Rota {
  private final List<Person> engineers;
  private final List<Person> directors;
  private final List<ShiftKind> kinds;
  private final ZoneId zone;
  private final Predicate<LocalDate> workingDay;

  /// @param people everybody of the information department; others are left alone
  public Rota(
      List<Person> people, List<ShiftKind> kinds, ZoneId zone, Predicate<LocalDate> workingDay) {
    this.engineers = people.stream().filter(one -> one.active() && desk(one)).toList();
    this.directors = people.stream().filter(one -> one.is(Role.DEPUTY_DIRECTOR)).toList();
    this.kinds = List.copyOf(kinds);
    this.zone = zone;
    this.workingDay = workingDay;
  }

  private static boolean desk(Person person) {
    return person.is(Role.ENGINEER) || person.is(Role.DISPATCHER);
  }

  /// The shifts that begin on this day.
  public List<Shift> on(LocalDate day) {
    var shifts = new ArrayList<Shift>();
    var taken = new HashSet<PersonId>(nightBefore(day));
    for (var kind : kinds) {
      switch (kind.name()) {
        case "evening", "night" -> inTurn(kind, day, taken, shifts);
        case "oncall" -> secondLine(kind, day, taken, shifts);
        case "weekend" -> {
          if (!workingDay.test(day)) inTurn(kind, day, taken, shifts);
        }
        default -> {}
      }
    }
    if (workingDay.test(day)) kind("day", shifts, day, taken);
    manager(day, shifts);
    return List.copyOf(shifts);
  }

  private Set<PersonId> nightBefore(LocalDate day) {
    var night = new HashSet<PersonId>();
    kinds.stream()
        .filter(kind -> kind.name().equals("night"))
        .forEach(
            kind -> {
              var shifts = new ArrayList<Shift>();
              inTurn(kind, day.minusDays(1), new HashSet<>(), shifts);
              shifts.forEach(shift -> night.add(shift.person()));
            });
    return night;
  }

  /// One of the campus in turn; if it has nobody, one who may work there.
  private void inTurn(ShiftKind kind, LocalDate day, Set<PersonId> taken, List<Shift> shifts) {
    for (var campus : kind.campuses().stream().sorted(BY_NAME).toList()) {
      var home = everybody(one -> one.campus().equals(campus) && hands(one), taken);
      var free = home.isEmpty() ? everybody(one -> serves(one, campus), taken) : home;
      if (free.isEmpty()) continue;
      var turn = Math.floorMod(day.toEpochDay() * 3 + kind.name().hashCode() % 7, free.size());
      add(kind, Line.FIRST, campus, free.get(turn), day, taken, shifts);
    }
  }

  private static final java.util.Comparator<CampusId> BY_NAME =
      java.util.Comparator.comparing(CampusId::value);

  private static boolean hands(Person person) {
    return person.is(Role.ENGINEER) && !person.is(Role.TEAM_LEAD);
  }

  private static boolean serves(Person person, CampusId campus) {
    return hands(person) && person.campusScope().contains(campus);
  }

  private void secondLine(ShiftKind kind, LocalDate day, Set<PersonId> taken, List<Shift> shifts) {
    for (var speciality :
        List.of("database", "network", "clinical_app", "integration", "security")) {
      var free =
          everybody(
              one -> one.speciality().filter(speciality::equals).isPresent() && hands(one), taken);
      if (free.isEmpty()) continue;
      var person = free.get(Math.floorMod(day.toEpochDay(), free.size()));
      add(kind, Line.SECOND, person.campus(), person, day, taken, shifts);
    }
  }

  private void kind(String name, List<Shift> shifts, LocalDate day, Set<PersonId> off) {
    var night = nightBefore(day);
    var later = new HashSet<>(off);
    kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .forEach(
            kind ->
                engineers.stream()
                    .filter(one -> !night.contains(one.id()) && !worksLate(one, shifts, later))
                    .forEach(one -> add(kind, Line.FIRST, one.campus(), one, day, off, shifts)));
  }

  /// Evening and night people rest during the day; the second line works it.
  private static boolean worksLate(Person person, List<Shift> shifts, Set<PersonId> taken) {
    return taken.contains(person.id())
        && shifts.stream()
            .anyMatch(shift -> shift.person().equals(person.id()) && shift.line() == Line.FIRST);
  }

  private void manager(LocalDate day, List<Shift> shifts) {
    if (directors.isEmpty()) return;
    var person = directors.get(Math.floorMod(day.toEpochDay(), directors.size()));
    var start = day.atStartOfDay(zone).toInstant();
    var end = day.plusDays(1).atStartOfDay(zone).toInstant();
    shifts.add(new Shift(person.id(), "director", Line.DIRECTOR, person.campus(), start, end));
  }

  private List<Person> everybody(Predicate<Person> fit, Set<PersonId> taken) {
    return engineers.stream().filter(one -> fit.test(one) && !taken.contains(one.id())).toList();
  }

  private void add(
      ShiftKind kind,
      Line line,
      CampusId campus,
      Person person,
      LocalDate day,
      Set<PersonId> taken,
      List<Shift> shifts) {
    taken.add(person.id());
    shifts.add(
        new Shift(
            person.id(), kind.name(), line, campus, kind.start(day, zone), kind.end(day, zone)));
  }
}
