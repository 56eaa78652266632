package org.apricotdesk.desk.incident.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.Department;

/// The form that declares an incident, filled in as far as something is suspected.
///
/// @param action where the form is sent
/// @param groups what it may be about: code and name
/// @param about the codes chosen
/// @param title what it is called, unless something else was typed
/// @param directs whether the reader may declare the graver level
public record DeclarePage(
    String action,
    List<Choice> groups,
    Set<String> about,
    String extent,
    List<Campus> campuses,
    Set<String> chosenCampuses,
    List<Department> departments,
    Set<String> chosenDepartments,
    String title,
    Typed typed,
    boolean directs,
    Optional<String> problem) {
  public record Choice(String code, String name) {}
}
