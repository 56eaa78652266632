package org.apricotdesk.desk.staff;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everybody and every place, as they stand at one moment.
record Directory(
    Map<PersonId, Person> people,
    Map<Role, List<Person>> having,
    Map<DepartmentId, Department> departments,
    Map<CampusId, Campus> campuses,
    Map<TeamId, Team> teams,
    List<Department> departmentList,
    List<Campus> campusList,
    List<Team> teamList,
    List<Machine> machines,
    Set<String> names) {

  static Directory of(
      List<Person> people,
      List<Department> departments,
      List<Campus> campuses,
      List<Team> teams,
      List<Machine> machines) {
    return new Directory(
        people.stream().collect(toUnmodifiableMap(Person::id, identity())),
        having(people),
        departments.stream().collect(toUnmodifiableMap(Department::id, identity())),
        campuses.stream().collect(toUnmodifiableMap(Campus::id, identity())),
        teams.stream().collect(toUnmodifiableMap(Team::id, identity())),
        List.copyOf(departments),
        List.copyOf(campuses),
        List.copyOf(teams),
        List.copyOf(machines),
        people.stream().map(Person::name).collect(toUnmodifiableSet()));
  }

  /// Who works here now, by what they may do, each by userid.
  private static Map<Role, List<Person>> having(List<Person> people) {
    var having = new EnumMap<Role, List<Person>>(Role.class);
    people.stream()
        .filter(Person::active)
        .sorted(Comparator.comparing(person -> person.id().value()))
        .forEach(one -> one.roles().forEach(role -> add(having, role, one)));
    having.replaceAll((_, found) -> List.copyOf(found));
    return having;
  }

  private static void add(Map<Role, List<Person>> having, Role role, Person one) {
    having.computeIfAbsent(role, _ -> new ArrayList<>()).add(one);
  }
}
