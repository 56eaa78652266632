package org.apricotdesk.desk.incident;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;

/// The one ticket of an incident that engineers work on; everybody's reports are merged into it.
record CommonTicket(TicketDesk tickets, Catalogue catalogue, People people) {

  TicketNumber open(SqlConnection tx, Incident incident, Wish.Declare wish) {
    var categories = wish.categories().isEmpty() ? incident.categories() : wish.categories();
    var ticket =
        new NewTicket(
            TicketKind.INCIDENT,
            wish.title(),
            wish.symptom(),
            category(categories),
            Optional.empty(),
            wish.area().campuses().stream().findFirst().or(this::main),
            Optional.empty(),
            Optional.empty(),
            wish.by(),
            wish.by(),
            Optional.of(Priority.P1),
            Optional.of(
                wish.area().extent() == Extent.HOSPITAL ? Impact.HOSPITAL : Impact.MULTI_DEPT),
            Optional.empty(),
            Channel.MONITOR,
            Optional.empty(),
            List.of(),
            new JsonObject().put("incident", incident.number().value()));
    return tickets.open(tx, ticket).number();
  }

  private Optional<CampusId> main() {
    return people.campuses().stream().findFirst().map(campus -> campus.id());
  }

  /// The gravest kind of work among them, so that the right team is asked.
  private Optional<CategoryCode> category(Set<String> prefixes) {
    return catalogue.leaves().stream()
        .filter(leaf -> prefixes.stream().anyMatch(p -> Incident.within(leaf.code().value(), p)))
        .min(java.util.Comparator.comparing(Category::defaultPriority))
        .map(Category::code);
  }

  /// Who declared it to be over has it if nobody took it; a ticket that cannot be resolved now
  /// stays with whoever works on it.
  void resolve(SqlConnection tx, Incident incident, PersonId by, String text) {
    incident
        .parent()
        .ifPresent(
            parent -> {
              tickets.handle(tx, parent, new Command.Claim(by));
              var solved =
                  new Command.Resolve(PersonId.SYSTEM, text, Optional.empty(), Cause.OTHER);
              tickets.handle(tx, parent, solved);
            });
  }

  /// Back to those who could take it. One that was taken out before is left alone.
  void release(SqlConnection tx, TicketNumber child) {
    tickets.handle(tx, child, new Command.Unmerge(PersonId.SYSTEM));
  }
}
