package org.apricotdesk.desk.staff;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Whom somebody means by what they typed. The closest reading that fits anybody counts.
record NameMatch(String typed) {

  List<Person> among(Collection<Person> everybody) {
    var name = typed.strip().replaceFirst("^@", "");
    if (name.isEmpty()) return List.of();
    var readings =
        List.<Predicate<Person>>of(
            person -> person.id().value().equalsIgnoreCase(name),
            person -> person.name().equals(name),
            person -> calledBySurname(person, name),
            person -> name.length() >= 2 && person.name().endsWith(name));
    return readings.stream()
        .map(reading -> matching(everybody, reading))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Person> matching(Collection<Person> everybody, Predicate<Person> reading) {
    return everybody.stream()
        .filter(person -> person.active() && worksAtTheDesk(person))
        .filter(reading)
        .sorted(Comparator.comparing(person -> person.id().value()))
        .toList();
  }

  private static boolean worksAtTheDesk(Person person) {
    return person.is(Role.ENGINEER) || person.is(Role.TEAM_LEAD) || person.is(Role.DISPATCHER);
  }

  /// 李工, 李师傅, 李老师.
  private static boolean calledBySurname(Person person, String name) {
    var surname = name.replaceFirst("(工|师傅|老师|工程师)$", "");
    return !surname.equals(name) && !surname.isEmpty() && person.name().startsWith(surname);
  }
}
