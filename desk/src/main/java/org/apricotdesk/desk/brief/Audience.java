package org.apricotdesk.desk.brief;

import java.util.List;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;

/// Whom a brief is for.
///
/// @param departments whose members read it; none named means the whole hospital
/// @param groups ids of the WeCom groups that get its card
public record Audience(List<DepartmentId> departments, List<String> groups) {
  public static final Audience EVERYBODY = new Audience(List.of(), List.of());

  public Audience {
    departments = List.copyOf(departments);
    groups = List.copyOf(groups);
  }

  public boolean covers(Person person) {
    return departments.isEmpty() || person.department().filter(departments::contains).isPresent();
  }
}
