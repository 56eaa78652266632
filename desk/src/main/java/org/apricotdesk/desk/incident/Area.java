package org.apricotdesk.desk.incident;

import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;

/// Where an incident is felt: how far it reaches from the departments that reported it.
///
/// @param campuses those of the departments; at least one unless it is hospital-wide
public record Area(Extent extent, Set<CampusId> campuses, Set<DepartmentId> departments) {
  public Area {
    campuses = Set.copyOf(campuses);
    departments = Set.copyOf(departments);
  }

  public static Area hospital() {
    return new Area(Extent.HOSPITAL, Set.of(), Set.of());
  }

  /// Whether trouble there would belong to it.
  ///
  /// @param buildings where its own departments are
  boolean covers(Optional<Department> department, CampusId campus, Set<Building> buildings) {
    return switch (extent) {
      case HOSPITAL -> true;
      case CAMPUS -> campuses.contains(campus);
      case BUILDING -> department.map(Building::of).filter(buildings::contains).isPresent();
      case DEVICE, ROOM -> department.map(Department::id).filter(departments::contains).isPresent();
    };
  }

  /// A house of a campus.
  record Building(CampusId campus, String name) {
    static Building of(Department department) {
      return new Building(department.campus(), department.building());
    }
  }
}
