package org.apricotdesk.desk.staff;

import java.util.List;

/// One site of the hospital.
public record Campus(CampusId id, String name, List<String> aliases, int beds) {
  public Campus {
    aliases = List.copyOf(aliases);
  }
}
