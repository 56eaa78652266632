package org.apricotdesk.desk.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Ticket;

/// Who could take a ticket: first those on shift here who know the field, and if there are none,
/// wider and wider circles.
final class Pool {
  private static final Set<String> DESK = Set.of("servicedesk");

  private final List<Person> everybody;
  private final Set<PersonId> onDuty;

  /// @param onDuty whoever is on shift now; empty when no roster covers the time, and then
  ///     everybody counts
  Pool(List<Person> everybody, Set<PersonId> onDuty) {
    this.everybody = everybody;
    this.onDuty = onDuty;
  }

  List<Person> of(Ticket ticket) {
    var hands = ticket.hands();
    if (hands.squad().filter(DESK::contains).isPresent()) return desk(ticket);
    Predicate<Person> here = one -> one.campusScope().contains(ticket.report().place().campus());
    Predicate<Person> expert = one -> knows(one, ticket);
    Predicate<Person> squad = one -> one.squad().isPresent() && one.squad().equals(hands.squad());
    Predicate<Person> team = one -> one.team().isPresent() && one.team().equals(hands.team());
    return first(
        engineers(),
        List.of(
            here.and(expert).and(team),
            here.and(squad),
            here.and(team),
            expert,
            squad,
            team,
            here));
  }

  /// Everybody of the team on shift, for the most pressing work.
  List<Person> teamOf(Ticket ticket) {
    var pool = new ArrayList<>(of(ticket));
    var team = ticket.hands().team();
    for (var one : engineers()) {
      var same = one.team().isPresent() && one.team().equals(team);
      if (same && isOn(one) && !pool.contains(one)) pool.add(one);
    }
    return pool;
  }

  private List<Person> desk(Ticket ticket) {
    var dispatchers = everybody.stream().filter(one -> one.is(Role.DISPATCHER)).toList();
    Predicate<Person> here = one -> one.campusScope().contains(ticket.report().place().campus());
    return first(dispatchers, List.of(here, _ -> true));
  }

  private List<Person> engineers() {
    return everybody.stream().filter(one -> one.is(Role.ENGINEER)).toList();
  }

  private List<Person> first(List<Person> people, List<Predicate<Person>> circles) {
    for (var circle : circles) {
      var found = people.stream().filter(one -> isOn(one) && circle.test(one)).toList();
      if (!found.isEmpty()) return found;
    }
    return people.stream().filter(this::isOn).toList();
  }

  private boolean isOn(Person person) {
    return onDuty.isEmpty() || onDuty.contains(person.id());
  }

  /// By speciality, or by a skill named like the system of the category.
  private static boolean knows(Person person, Ticket ticket) {
    var speciality = ticket.hands().speciality();
    if (speciality.isPresent() && person.speciality().equals(speciality)) return true;
    Optional<String> system = ticket.report().category().map(CategoryCode::system);
    return system
        .filter(name -> person.skills().stream().anyMatch(name::equalsIgnoreCase))
        .isPresent();
  }
}
