package org.apricotdesk.desk.ticket.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// What every member of the hospital has: their reports, and the form to make one.
final class StaffPages {
  private static final int SHOWN = 60;

  /// No person waits for more at once.
  private static final int UNFINISHED = 500;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 2000;

  private final Desk desk;
  private final Pages pages;
  private final TicketLines lines;
  private final ReportReader reader;

  StaffPages(Desk desk, Pages pages, TicketLines lines, ReportReader reader) {
    this.desk = desk;
    this.pages = pages;
    this.lines = lines;
    this.reader = reader;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/", Rule.signedIn(), this::home)
        .get("/my", Rule.signedIn(), this::my)
        .get("/report", Rule.signedIn(), this::form)
        .post("/report", Rule.signedIn(), this::report);
  }

  private void home(RoutingContext context) {
    context.redirect(desk.access().deskStaff(Web.caller(context)) ? "/queue" : "/my");
  }

  private void my(RoutingContext context) {
    var me = Web.caller(context).id();
    var before = SearchPages.before(context);
    var unfinished = before.isPresent() ? List.<Ticket>of() : unfinished(me);
    var found = desk.tickets().overOf(me, before, SHOWN + 1);
    var over = found.subList(0, Math.min(SHOWN, found.size()));
    Predicate<Ticket> waits =
        t -> t.status() == Status.PENDING_USER || t.status() == Status.RESOLVED;
    var page =
        new MyPage(
            shown(unfinished, waits),
            shown(unfinished, waits.negate()),
            lines.of(over),
            found.size() > SHOWN ? Optional.of(over.getLast().number()) : Optional.empty());
    pages.show(context, 200, "ticket/my", page);
  }

  private List<Ticket> unfinished(PersonId me) {
    return desk.tickets().unfinishedOf(desk.database().pool(), me, UNFINISHED);
  }

  private List<TicketLine> shown(List<Ticket> tickets, Predicate<Ticket> which) {
    return lines.of(tickets.stream().filter(which).toList());
  }

  /// A poster's QR code leads here with the room or device filled in, a search without an answer
  /// with what was looked for.
  private void form(RoutingContext context) {
    var asked = context.queryParams();
    var what = Optional.ofNullable(asked.get("what")).orElse("");
    var where = Optional.ofNullable(asked.get("place")).orElse("");
    show(context, 200, what, where, Optional.empty());
  }

  private void show(
      RoutingContext context, int status, String what, String where, Optional<String> problem) {
    var department =
        Web.caller(context).department().flatMap(desk.people()::department).map(Department::name);
    var page = new ReportPage(what, where, department, problem);
    pages.show(context, status, "ticket/report", page);
  }

  private void report(RoutingContext context) {
    var what = field(context, "what");
    var where = field(context, "where");
    var uploads = Uploads.of(context, desk.media());
    var problem = problem(what, uploads);
    if (problem.isPresent()) {
      show(context, 400, what, where, problem);
      return;
    }
    var report = reader.read(Web.caller(context), what, where, uploads.kept());
    var ticket = desk.tickets().open(report);
    pages.done(context, "/tickets/" + ticket.number().value());
  }

  private static Optional<String> problem(String what, Uploads uploads) {
    if (what.length() < SHORTEST) return Optional.of("report.too-short");
    if (what.length() > LONGEST) return Optional.of("report.too-long");
    return uploads.trouble().map(trouble -> "media." + trouble);
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }
}
