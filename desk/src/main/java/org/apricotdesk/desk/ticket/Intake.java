package org.apricotdesk.desk.ticket;

import java.util.Optional;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.target.Circumstances;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.PriorityRules;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Completes a report with what the desk knows: place, team, priority.
record Intake(People people, Catalogue catalogue) {

  What.Created created(NewTicket report) {
    var requester = people.orStranger(report.requester(), report.requester().value());
    var department = report.department().or(requester::department).flatMap(people::department);
    var category = report.category().flatMap(catalogue::current);
    var owner = category.or(() -> catalogue.find(CategoryCode.UNCLEAR));
    return new What.Created(
        report.kind(),
        report.title().strip(),
        report.description().strip(),
        category.map(Category::code),
        place(report, requester, department),
        report.asset(),
        report.requester(),
        priority(report, category, department),
        report.impact(),
        report.urgency(),
        report.source(),
        report.chat(),
        report.attachments(),
        owner.map(Category::team),
        owner.map(Category::squad),
        owner.map(Category::speciality),
        report.evidence());
  }

  /// A stated place beats the register; a department has its campus.
  private static Place place(NewTicket report, Person requester, Optional<Department> department) {
    var campus =
        report.campus().or(() -> department.map(Department::campus)).orElse(requester.campus());
    return new Place(campus, department.map(Department::id), report.place());
  }

  /// What a person or the understanding has said stands; otherwise the rules decide.
  private static Priority priority(
      NewTicket report, Optional<Category> category, Optional<Department> department) {
    return report
        .priority()
        .orElseGet(
            () -> PriorityRules.judge(circumstances(report, category, department)).priority());
  }

  private static Circumstances circumstances(
      NewTicket report, Optional<Category> category, Optional<Department> department) {
    var usual = category.map(Category::defaultPriority).orElse(Priority.P3);
    var plain =
        Circumstances.plain(
            report.impact().orElse(Impact.INDIVIDUAL),
            report.urgency().orElse(PriorityRules.usual(usual)));
    return department.filter(Department::critical).isPresent() ? plain.inCriticalPlace() : plain;
  }
}
