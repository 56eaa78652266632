package org.apricotdesk.bot.understanding;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;

/// The hospital's own names for its places.
///
/// @param desk departments of the service desk itself: spoken to, never where the problem is
public record Register(
    List<Department> departments, List<Campus> campuses, Set<DepartmentId> desk) {
  public Register {
    departments = List.copyOf(departments);
    campuses = List.copyOf(campuses);
    desk = Set.copyOf(desk);
  }

  /// What people call the campuses.
  Collection<String> campusNames() {
    return campuses.stream()
        .flatMap(campus -> Stream.concat(Stream.of(campus.name()), campus.aliases().stream()))
        .toList();
  }
}
