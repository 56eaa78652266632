package org.apricotdesk.bot.contacts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.bot.wecom.client.WeComDepartment;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;

/// Finds the hospital's own department for one of the address book: by name, and where several
/// campuses have one of that name, by the campus it lies below.
final class Places {
  private final Map<Integer, WeComDepartment> book;
  private final People people;

  Places(Collection<WeComDepartment> book, People people) {
    this.book = book.stream().collect(Collectors.toMap(WeComDepartment::id, Function.identity()));
    this.people = people;
  }

  /// Whether the address book had all of these when it was read.
  boolean know(List<Integer> departments) {
    return book.keySet().containsAll(departments);
  }

  /// The first that is known; a part of a department counts as the department.
  Optional<DepartmentId> of(List<Integer> departments) {
    return departments.stream()
        .flatMap(this::upwards)
        .flatMap(each -> named(each).stream())
        .findFirst();
  }

  private Optional<DepartmentId> named(WeComDepartment wanted) {
    var found =
        people.departments().stream()
            .filter(one -> !one.retired() && isCalled(one, wanted.name()))
            .toList();
    if (found.size() == 1) return Optional.of(found.getFirst().id());
    var above = upwards(wanted.id()).map(WeComDepartment::name).collect(Collectors.toSet());
    var here = found.stream().filter(one -> campusNames(one).anyMatch(above::contains)).toList();
    return here.size() == 1 ? Optional.of(here.getFirst().id()) : Optional.empty();
  }

  private static boolean isCalled(Department department, String name) {
    return department.name().equals(name) || department.aliases().contains(name);
  }

  private Stream<String> campusNames(Department department) {
    return people.campus(department.campus()).stream()
        .flatMap(campus -> Stream.concat(Stream.of(campus.name()), campus.aliases().stream()));
  }

  /// The department and those it lies in; a circle, which should not be, ends it.
  private Stream<WeComDepartment> upwards(int id) {
    Set<Integer> seen = new HashSet<>();
    return Stream.iterate(
            Optional.ofNullable(book.get(id)),
            each -> each.isPresent() && seen.add(each.get().id()),
            each -> each.map(WeComDepartment::parent).map(book::get))
        .flatMap(Optional::stream);
  }
}
