package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Set;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// What is going on right now, for a screen on the wall.
final class BoardPages {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int OLDEST = 8;

  private static final Set<Status> UNCLAIMED = Set.of(Status.NEW, Status.ASSIGNED);
  private static final Set<Status> WORKING = Set.of(Status.IN_PROGRESS);
  private static final Set<Status> WAITING =
      Set.of(Status.PENDING_USER, Status.PENDING_VENDOR, Status.PENDING_APPROVAL, Status.SCHEDULED);

  private final Desk desk;
  private final Pages pages;
  private final Clock clock;

  BoardPages(Desk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/board", LEADS, c -> pages.showIn(c, "board", "console/board", board(c)))
        .get("/board/now", LEADS, c -> pages.showPart(c, "console/now", board(c)));
  }

  private BoardPage board(RoutingContext context) {
    var caller = Web.caller(context);
    var tickets = desk.tickets();
    var unclaimed = TicketFilter.EVERYTHING.in(UNCLAIMED);
    var oldest = tickets.oldest(caller, unclaimed, OLDEST).stream().map(this::waiting).toList();
    return new BoardPage(
        clock.instant(),
        tickets.count(caller, unclaimed),
        tickets.count(caller, TicketFilter.EVERYTHING.in(WORKING)),
        tickets.count(caller, TicketFilter.EVERYTHING.in(WAITING)),
        urgent(caller),
        oldest);
  }

  private BoardPage.Waiting waiting(Ticket ticket) {
    var place = ticket.report().place();
    var department = place.department().flatMap(desk.people()::department).map(Department::name);
    var late = ticket.response().due().filter(due -> due.isBefore(clock.instant())).isPresent();
    return new BoardPage.Waiting(ticket, department.or(place::spot).orElse(""), late);
  }

  private long urgent(org.apricotdesk.desk.staff.Person caller) {
    var open =
        Set.of(
            Status.NEW,
            Status.ASSIGNED,
            Status.IN_PROGRESS,
            Status.PENDING_USER,
            Status.PENDING_VENDOR,
            Status.PENDING_APPROVAL,
            Status.SCHEDULED);
    var filter = TicketFilter.EVERYTHING.in(open).with(Set.of(Priority.P1, Priority.P2));
    return desk.tickets().count(caller, filter);
  }
}
