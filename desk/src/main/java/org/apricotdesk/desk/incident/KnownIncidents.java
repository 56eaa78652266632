package org.apricotdesk.desk.incident;

import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Area.Building;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.TicketNumber;

/// "Is it only me?": which declared incident a new report belongs to.
public final class KnownIncidents {
  private static final int NAMED = 3;

  private final Database database;
  private final People people;
  private volatile List<Known> running = List.of();

  KnownIncidents(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  /// The declared incident that trouble of this kind at this place belongs to, as long as it runs
  /// and the place has not been reported to be well again.
  public Optional<Known> matching(
      SqlClient sql, CategoryCode category, Optional<DepartmentId> department, CampusId campus) {
    return new IncidentStore(sql)
        .open().stream()
            .filter(incident -> incident.stage().isRunning())
            .filter(incident -> incident.isAbout(category.value()))
            .filter(incident -> isFelt(incident, department, campus))
            .map(this::known)
            .findFirst();
  }

  /// Those that run now, oldest first; as fresh as the last [#refresh].
  public List<Known> running() {
    return running;
  }

  /// Reads the running ones anew.
  public void refresh() {
    running =
        new IncidentStore(database.pool())
            .open().stream().filter(one -> one.stage().isRunning()).map(this::known).toList();
  }

  /// The incident that this is the common ticket of.
  public Optional<IncidentNumber> of(SqlClient sql, TicketNumber parent) {
    return new IncidentStore(sql).ofParent(parent);
  }

  /// The incidents of these tickets, by ticket number.
  public Map<Long, Long> of(List<Long> tickets) {
    return tickets.isEmpty() ? Map.of() : new IncidentStore(database.pool()).ofTickets(tickets);
  }

  /// The departments that are affected, as far as its area says; all of them for the hospital.
  public List<DepartmentId> departments(Incident incident) {
    return people.departments().stream()
        .filter(department -> !department.retired())
        .filter(department -> isFelt(incident, Optional.of(department.id()), department.campus()))
        .map(Department::id)
        .toList();
  }

  boolean isFelt(Incident incident, Optional<DepartmentId> department, CampusId campus) {
    return department.filter(incident.recovered()::contains).isEmpty()
        && isWithin(incident.area(), department, campus);
  }

  /// Whether trouble there would belong to the area.
  public boolean isWithin(Area area, Optional<DepartmentId> department, CampusId campus) {
    return area.covers(department.flatMap(people::department), campus, buildings(area));
  }

  /// The departments of the area; all of them for the hospital.
  public List<DepartmentId> departments(Area area) {
    return people.departments().stream()
        .filter(department -> !department.retired())
        .filter(department -> isWithin(area, Optional.of(department.id()), department.campus()))
        .map(Department::id)
        .toList();
  }

  private Set<Building> buildings(Area area) {
    var buildings = new HashSet<Building>();
    for (var id : area.departments())
      people.department(id).map(Building::of).ifPresent(buildings::add);
    return buildings;
  }

  Known known(Incident incident) {
    return new Known(
        incident.number(),
        incident.title(),
        incident.stage(),
        incident.times().detected(),
        incident.systems(),
        where(incident.area()),
        incident.symptom(),
        incident.action(),
        incident.workaround(),
        incident.promised(),
        incident.commander().flatMap(people::find).map(Person::name));
  }

  /// The names of the campuses, the houses, or the first few departments; empty for everywhere.
  public List<String> where(Area area) {
    return switch (area.extent()) {
      case HOSPITAL -> List.of();
      case CAMPUS ->
          area.campuses().stream()
              .flatMap(id -> people.campus(id).stream())
              .map(Campus::name)
              .sorted()
              .toList();
      case BUILDING -> buildings(area).stream().map(Building::name).sorted().toList();
      case ROOM, DEVICE -> names(area);
    };
  }

  private List<String> names(Area area) {
    var names =
        area.departments().stream()
            .flatMap(id -> people.department(id).stream())
            .map(Department::name)
            .sorted()
            .toList();
    if (names.size() <= NAMED) return names;
    return Stream.concat(names.stream().limit(NAMED - 1), Stream.of(names.get(NAMED - 1) + "…"))
        .toList();
  }
}
