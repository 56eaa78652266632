package org.apricotdesk.desk.maintenance;

import java.time.Instant;
import java.util.Set;
import org.apricotdesk.desk.incident.Area;

/// What is to be done, where, and when.
///
/// @param systems prefixes of category codes: `his`, `his.billing`
/// @param meanwhile what to do until it works again; may be empty
public record Plan(
    String title, Set<String> systems, Area area, Instant from, Instant until, String meanwhile) {
  public Plan {
    systems = Set.copyOf(systems);
  }

  /// Whether trouble of this category may come from it.
  boolean isAbout(String category) {
    return systems.stream()
        .anyMatch(system -> category.equals(system) || category.startsWith(system + "."));
  }
}
