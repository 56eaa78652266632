package org.apricotdesk.desk.staff;

import java.util.EnumSet;
import java.util.Set;

/// A change of what somebody is at the desk.
///
/// @param before none for somebody new, or who comes back
public record Giving(PersonId who, Set<Role> before, Set<Role> after) {
  public Giving {
    before = Set.copyOf(before);
    after = Set.copyOf(after);
  }

  /// What is given or taken.
  public Set<Role> moved() {
    var moved = EnumSet.noneOf(Role.class);
    moved.addAll(before);
    moved.addAll(after);
    moved.removeIf(role -> before.contains(role) && after.contains(role));
    return moved;
  }
}
