package org.apricotdesk.desk.dashboard;

import java.util.Optional;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.indicator.Dimension;
import org.apricotdesk.desk.staff.Campus;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.ticket.Ticket;

/// What the parts that figures are told apart by are called.
public final class Names {
  private final People people;
  private final Catalogue catalogue;

  public Names(People people, Catalogue catalogue) {
    this.people = people;
    this.catalogue = catalogue;
  }

  String of(Dimension dimension, String key) {
    var name =
        switch (dimension) {
          case TEAM -> people.team(new TeamId(key)).map(Team::name);
          case ENGINEER -> people.find(new PersonId(key)).map(Person::name);
          case DEPARTMENT -> people.department(new DepartmentId(key)).map(Department::name);
          case CAMPUS -> people.campus(new CampusId(key)).map(Campus::name);
          case CATEGORY -> catalogue.find(new CategoryCode(key)).map(Category::path);
          case SYSTEM -> system(key);
          case HOUR -> Optional.of(key + ":00");
        };
    return name.orElse(key);
  }

  private Optional<String> system(String key) {
    return catalogue.leaves().stream()
        .filter(leaf -> leaf.code().value().startsWith(key + "."))
        .map(leaf -> leaf.path().split("/", 2)[0].strip())
        .findFirst();
  }

  String department(String id) {
    return of(Dimension.DEPARTMENT, id);
  }

  String department(Ticket ticket) {
    var department = ticket.report().place().department();
    return department.map(id -> department(id.value())).orElse("");
  }
}
