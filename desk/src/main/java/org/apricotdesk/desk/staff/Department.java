package org.apricotdesk.desk.staff;

import java.util.List;
import java.util.Optional;

/// A department as the hospital's register knows it.
///
/// @param aliases what people call it, the official name not included
/// @param critical whether a fault here endangers care at once: emergency, ICU, theatre, delivery
/// @param retired true once renamed or split; `successors` then says what replaced it
public record Department(
    DepartmentId id,
    String name,
    CampusId campus,
    String building,
    String floor,
    String type,
    boolean critical,
    Optional<String> extension,
    Optional<PersonId> liaison,
    List<String> aliases,
    boolean retired,
    List<DepartmentId> successors) {
  public Department {
    aliases = List.copyOf(aliases);
    successors = List.copyOf(successors);
  }
}
