package org.apricotdesk.desk.staff;

import java.util.List;
import java.util.Optional;

/// A team of the information department with its squads.
///
/// @param rounds whether its engineers go to the wards on rounds
public record Team(
    TeamId id, String name, Optional<PersonId> lead, List<Squad> squads, boolean rounds) {
  public Team {
    squads = List.copyOf(squads);
  }

  public Optional<Squad> squad(String id) {
    return squads.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// A part of a team; its id is unique within the hospital.
  public record Squad(String id, String name) {}
}
