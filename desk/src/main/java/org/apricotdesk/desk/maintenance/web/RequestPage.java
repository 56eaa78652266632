package org.apricotdesk.desk.maintenance.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Department;

/// The form that asks for planned downtime, as it was sent if something was wrong with it.
///
/// @param systems code and name
public record RequestPage(
    List<Choice> systems,
    List<Campus> campuses,
    List<Department> departments,
    String title,
    String meanwhile,
    String from,
    String until,
    String extent,
    Set<String> chosen,
    Optional<String> problem) {
  public record Choice(String code, String name) {}
}
