package org.apricotdesk.desk.ticket.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// What the information department works with: the queue in four lanes, and the search.
final class WorkPages {
  static final Rule WORKERS =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR);

  private static final int LANE = 50;
  private static final int PAGE = 30;
  private static final int LONGEST_NAME = 20;
  private static final Set<Status> UNCLAIMED = Set.of(Status.NEW, Status.ASSIGNED);
  private static final Set<Status> WAITING =
      Set.of(Status.PENDING_USER, Status.PENDING_VENDOR, Status.PENDING_APPROVAL, Status.SCHEDULED);

  private final Desk desk;
  private final Pages pages;
  private final TicketLines lines;
  private final ZoneId zone;
  private final Clock clock;
  private final SavedFilters saved;

  WorkPages(Desk desk, Pages pages, TicketLines lines, ZoneId zone, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.lines = lines;
    this.zone = zone;
    this.clock = clock;
    this.saved = new SavedFilters(desk.database().pool());
  }

  void addTo(RouteTable routes) {
    routes
        .get("/queue", WORKERS, context -> pages.show(context, 200, "ticket/queue", queue(context)))
        .get(
            "/queue/lanes",
            WORKERS,
            context -> pages.showPart(context, "ticket/lanes", queue(context)))
        .post("/queue/filters", WORKERS, this::save)
        .post("/queue/filters/remove", WORKERS, this::remove)
        .get("/search", WORKERS, this::search);
  }

  private QueuePage queue(RoutingContext context) {
    var caller = Web.caller(context);
    var filter = QueueFilter.of(context.queryParams());
    var mine = mine(caller).stream().filter(filter::fits).toList();
    var today = mine.stream().filter(this::dueToday).toList();
    return new QueuePage(
        List.of(
            lane("waiting", caller, filter.in(UNCLAIMED)),
            new QueuePage.Lane("mine", lines.of(working(mine)), working(mine).size()),
            lane("others", caller, filter.in(WAITING)),
            new QueuePage.Lane("today", lines.of(today), today.size())),
        filter,
        saved.of(caller.id()),
        desk.people().campuses(),
        desk.people().teams(),
        desk.catalogue().systems());
  }

  private void save(RoutingContext context) {
    var form = context.request().formAttributes();
    var filter = QueueFilter.of(form);
    var name = Optional.ofNullable(form.get("name")).orElse("").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || filter.isAll()) {
      context.fail(400);
    } else if (saved.save(Web.caller(context).id(), name, filter)) {
      pages.done(context, "/queue?" + filter.query());
    } else {
      context.fail(409);
    }
  }

  private void remove(RoutingContext context) {
    var name = Optional.ofNullable(context.request().getFormAttribute("name")).orElse("");
    saved.remove(Web.caller(context).id(), name);
    pages.done(context, "/queue");
  }

  private List<Ticket> mine(Person caller) {
    return desk.tickets().inHandsOf(caller.id(), LANE);
  }

  private static List<Ticket> working(List<Ticket> mine) {
    return mine.stream().filter(ticket -> !ticket.status().isPaused()).toList();
  }

  private QueuePage.Lane lane(String name, Person caller, TicketFilter filter) {
    var tickets = desk.tickets().list(caller, filter, Optional.empty(), LANE);
    var count = tickets.size() < LANE ? tickets.size() : desk.tickets().count(caller, filter);
    return new QueuePage.Lane(name, byUrgency(tickets), count);
  }

  /// What runs out first stands first; equal ones as they came in.
  private List<TicketLine> byUrgency(List<Ticket> tickets) {
    var order =
        Comparator.comparing((TicketLine line) -> line.due().orElse(Instant.MAX))
            .thenComparingLong(line -> line.ticket().number().value());
    return lines.of(tickets).stream().sorted(order).toList();
  }

  private boolean dueToday(Ticket ticket) {
    var today = clock.instant().atZone(zone).toLocalDate();
    return ticket
        .resolution()
        .due()
        .filter(due -> !due.atZone(zone).toLocalDate().isAfter(today))
        .isPresent();
  }

  private void search(RoutingContext context) {
    var words = Optional.ofNullable(context.request().getParam("q")).orElse("").strip();
    var before = before(context);
    var found = words.isEmpty() ? List.<Ticket>of() : found(context, words, before);
    var next =
        found.size() > PAGE
            ? Optional.of(found.get(PAGE - 1).number().value())
            : Optional.<Long>empty();
    var shown = lines.of(found.subList(0, Math.min(PAGE, found.size())));
    pages.show(context, 200, "ticket/search", new SearchPage(words, shown, next));
  }

  private List<Ticket> found(RoutingContext context, String words, Optional<TicketNumber> before) {
    var filter = TicketFilter.EVERYTHING.containing(words);
    return desk.tickets().list(Web.caller(context), filter, before, PAGE + 1);
  }

  /// Where the page before ended.
  static Optional<TicketNumber> before(RoutingContext context) {
    return Optional.ofNullable(context.request().getParam("before"))
        .filter(text -> text.matches("[1-9]\\d{0,17}"))
        .map(text -> new TicketNumber(Long.parseLong(text)));
  }
}
