package org.apricotdesk.desk.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.zip.CRC32;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;

/// Who is asked in a quarter: everybody who speaks for a department, and every tenth of its staff,
/// others each time. The information department does not judge itself.
record Sample(People people, Access access) {
  private static final int ONE_IN = 10;

  List<Person> of(String quarter) {
    var byDepartment = new HashMap<DepartmentId, List<Person>>();
    for (var person : people.everybody()) {
      if (!person.active() || access.deskStaff(person)) continue;
      person
          .department()
          .ifPresent(id -> byDepartment.computeIfAbsent(id, _ -> new ArrayList<>()).add(person));
    }
    var chosen = new ArrayList<Person>();
    for (var staff : byDepartment.values()) {
      staff.stream().filter(person -> person.is(Role.LIAISON)).forEach(chosen::add);
      var others = staff.stream().filter(person -> !person.is(Role.LIAISON)).toList();
      others.stream()
          .sorted(Comparator.comparingLong(person -> lot(quarter, person)))
          .limit((others.size() + ONE_IN - 1) / ONE_IN)
          .forEach(chosen::add);
    }
    chosen.sort(Comparator.comparing(person -> person.id().value()));
    return chosen;
  }

  /// The same for one quarter and person, another in the next quarter.
  private static long lot(String quarter, Person person) {
    var sum = new CRC32();
    sum.update((quarter + person.id().value()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
