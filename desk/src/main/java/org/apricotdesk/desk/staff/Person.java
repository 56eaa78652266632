package org.apricotdesk.desk.staff;

import java.util.Optional;
import java.util.Set;

/// Somebody of the hospital.
///
/// @param team set for people of the information department only, like squad and speciality
/// @param tier set for engineers only, like the systems they answer for
/// @param systems top codes of the catalogue, such as `his`
/// @param campusScope campuses this person may work for on site
/// @param active false once the person has left
public record Person(
    PersonId id,
    String name,
    Optional<DepartmentId> department,
    CampusId campus,
    Set<Role> roles,
    Optional<TeamId> team,
    Optional<String> squad,
    Optional<String> speciality,
    Set<String> skills,
    Optional<Tier> tier,
    Set<String> systems,
    Set<CampusId> campusScope,
    Optional<String> phone,
    boolean active) {
  public Person {
    roles = Set.copyOf(roles);
    skills = Set.copyOf(skills);
    systems = Set.copyOf(systems);
    campusScope = Set.copyOf(campusScope);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
