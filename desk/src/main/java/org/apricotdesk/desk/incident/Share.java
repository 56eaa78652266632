package org.apricotdesk.desk.incident;

import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.People;

/// How much of the hospital a place is: campuses by their beds, departments by their number on the
/// campus; domain §21.
record Share(People people) {
  double of(Area area) {
    return switch (area.extent()) {
      case HOSPITAL -> 1;
      case CAMPUS -> area.campuses().stream().mapToDouble(this::campus).sum();
      case BUILDING, ROOM, DEVICE -> area.campuses().stream().mapToDouble(c -> part(area, c)).sum();
    };
  }

  private double campus(CampusId id) {
    var beds = people.campuses().stream().mapToDouble(Campus::beds).sum();
    if (beds == 0) return 1.0 / Math.max(1, people.campuses().size());
    return people.campus(id).map(campus -> campus.beds() / beds).orElse(0.0);
  }

  private double part(Area area, CampusId id) {
    var all = people.departments().stream().filter(d -> d.campus().equals(id)).toList();
    var affected = all.stream().filter(d -> area.departments().contains(d.id())).count();
    return all.isEmpty() ? 0 : campus(id) * affected / all.size();
  }
}
