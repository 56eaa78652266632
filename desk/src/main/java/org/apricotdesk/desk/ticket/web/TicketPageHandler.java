package org.apricotdesk.desk.ticket.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// A ticket's page, and the buttons on it.
final class TicketPageHandler {
  private static final int BEFORE = 4;
  private static final int ALIKE = 8;
  private static final int USUAL_LOAN_DAYS = 14;
  private static final Set<Status> OPEN =
      Arrays.stream(Status.values()).filter(Status::isOpen).collect(Collectors.toSet());

  private final Desk desk;
  private final Pages pages;
  private final TicketLines lines;
  private final Offers offers;
  private final ZoneId zone;

  TicketPageHandler(Desk desk, Pages pages, TicketLines lines, ZoneId zone) {
    this.desk = desk;
    this.pages = pages;
    this.lines = lines;
    this.offers = new Offers(desk.access());
    this.zone = zone;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/tickets/:number", Rule.signedIn(), this::page)
        .get("/tickets/:number/fresh", Rule.signedIn(), this::fresh)
        .post("/tickets/:number/:action", Rule.signedIn(), this::act);
  }

  private void page(RoutingContext context) {
    ticket(context)
        .ifPresentOrElse(
            ticket -> show(context, 200, ticket, Optional.empty()), () -> context.fail(404));
  }

  /// What an open page asks when it hears that something has happened.
  private void fresh(RoutingContext context) {
    ticket(context)
        .ifPresentOrElse(
            ticket -> pages.showPart(context, "ticket/fresh", view(context, ticket)),
            () -> context.fail(404));
  }

  private TicketPage view(RoutingContext context, Ticket ticket) {
    var caller = Web.caller(context);
    var staff = desk.access().deskStaff(caller);
    return view(context, caller, staff, ticket, Optional.empty());
  }

  private static int seen(RoutingContext context) {
    var typed = Optional.ofNullable(context.request().getParam("seen")).orElse("");
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
  }

  private void act(RoutingContext context) {
    var ticket = ticket(context);
    if (ticket.isEmpty()) {
      context.fail(404);
      return;
    }
    var uploads = Uploads.of(context, desk.media());
    var wishes = new Wishes(Web.caller(context).id(), context.request().formAttributes(), zone);
    var wish = wishes.wish(context.pathParam("action"), uploads.kept());
    if (uploads.trouble().isPresent()) {
      show(context, 400, ticket.get(), uploads.trouble().map(t -> say(context, "media." + t)));
    } else if (wish.isEmpty()) {
      show(context, 400, ticket.get(), Optional.of(say(context, "ticket.malformed")));
    } else {
      switch (desk.tickets().handle(ticket.get().number(), wish.get())) {
        case Decision.Accepted _ -> pages.done(context, path(ticket.get()));
        case Decision.Refused(var why, var now) ->
            show(
                context,
                409,
                now,
                Optional.of(
                    say(
                        context,
                        "refused." + why,
                        now.number().value(),
                        now.assignee().map(lines::name).orElse(""))));
      }
    }
  }

  private Optional<Ticket> ticket(RoutingContext context) {
    var number = context.pathParam("number");
    if (!number.matches("[1-9]\\d{0,17}")) return Optional.empty();
    return desk.tickets().find(Web.caller(context), new TicketNumber(Long.parseLong(number)));
  }

  private void show(RoutingContext context, int status, Ticket ticket, Optional<String> problem) {
    var caller = Web.caller(context);
    var staff = desk.access().deskStaff(caller);
    pages.backTo(context, staff ? "/queue" : "/my");
    var page = view(context, caller, staff, ticket, problem);
    var title = say(context, "ticket.title", ticket.number().value());
    pages.show(context, status, "ticket/ticket", page, title);
  }

  private TicketPage view(
      RoutingContext context,
      Person caller,
      boolean staff,
      Ticket ticket,
      Optional<String> problem) {
    var offered = offers.to(caller, ticket);
    var handsOver = offered.contains("transfer") || offered.contains("assign");
    var timeline = new Timeline(pages.speech(context), lines, desk.catalogue(), caller);
    return new TicketPage(
        lines.of(ticket),
        lines.name(ticket.requester()),
        phone(ticket),
        ticket.report().category().flatMap(desk.catalogue()::name),
        timeline.of(desk.tickets().history(caller, ticket)),
        offered,
        offers.priorities(caller, ticket),
        handsOver ? desk.people().having(Role.ENGINEER) : List.of(),
        handsOver ? desk.people().teams() : List.of(),
        offered.contains("resolve") || offered.contains("category")
            ? desk.catalogue().leaves()
            : List.of(),
        staff ? clock(ticket) : new ClockBar(List.of()),
        staff ? before(caller, ticket) : List.of(),
        offered.contains("merge") ? alike(caller, ticket) : List.of(),
        staff ? lines.of(desk.tickets().linkedWith(caller, ticket.number())) : List.of(),
        spares(context, ticket),
        offered.contains("lend") ? desk.spares().kinds() : List.of(),
        usualReturn(pages.speech(context).now()),
        seen(context),
        staff,
        problem);
  }

  private List<TicketPage.Spare> spares(RoutingContext context, Ticket ticket) {
    var now = pages.speech(context).now();
    return desk.tickets().loansOf(ticket.number()).stream()
        .map(
            loan ->
                new TicketPage.Spare(
                    loan.asset(),
                    loan.dueBack(),
                    loan.isOverdue(now),
                    Optional.of(usualReturn(now)).filter(_ -> !loan.extended())))
        .toList();
  }

  private LocalDate usualReturn(Instant now) {
    return now.atZone(zone).toLocalDate().plusDays(USUAL_LOAN_DAYS);
  }

  private Optional<String> phone(Ticket ticket) {
    return ticket
        .report()
        .place()
        .department()
        .flatMap(desk.people()::department)
        .flatMap(Department::extension);
  }

  private ClockBar clock(Ticket ticket) {
    var sql = desk.database().pool();
    return ClockBar.of(desk.tickets().measured(sql, ticket.number()).parts());
  }

  /// What else is open in the same department: it may be the same trouble.
  private List<TicketLine> alike(Person caller, Ticket ticket) {
    var department = ticket.report().place().department();
    if (department.isEmpty()) return List.of();
    var open = TicketFilter.EVERYTHING.of(department.get()).in(OPEN);
    return lines.of(desk.tickets().list(caller, open, Optional.empty(), ALIKE + 1)).stream()
        .filter(line -> !line.ticket().number().equals(ticket.number()))
        .limit(ALIKE)
        .toList();
  }

  /// The last troubles of the same place: what engineers ask first.
  private List<TicketLine> before(Person caller, Ticket ticket) {
    var department = ticket.report().place().department();
    if (department.isEmpty()) return List.of();
    var there = TicketFilter.EVERYTHING.of(department.get());
    return lines.of(desk.tickets().list(caller, there, Optional.empty(), BEFORE)).stream()
        .filter(line -> !line.ticket().number().equals(ticket.number()))
        .limit(BEFORE - 1)
        .toList();
  }

  private String say(RoutingContext context, String key, Object... arguments) {
    return pages.say(context, key, arguments);
  }

  private static String path(Ticket ticket) {
    return "/tickets/" + ticket.number().value();
  }
}
