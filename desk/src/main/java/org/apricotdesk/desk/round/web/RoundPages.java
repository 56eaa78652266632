package org.apricotdesk.desk.round.web;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.round.Answer;
import org.apricotdesk.desk.round.Found;
import org.apricotdesk.desk.round.Kind;
import org.apricotdesk.desk.round.Outcome;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.round.Slot;
import org.apricotdesk.desk.round.Visit;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.Media;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Adds the pages of rounds to the table of routes.
public final class RoundPages {
  private final Desk desk;
  private final Rounds rounds;
  private final Pages pages;
  private final ZoneId zone;
  private final Clock clock;

  public RoundPages(Desk desk, Pages pages, ZoneId zone, Clock clock) {
    this.desk = desk;
    this.rounds = desk.rounds();
    this.pages = pages.of(RoundPages.class);
    this.zone = zone;
    this.clock = clock;
  }

  public void addTo(RouteTable routes) {
    routes
        .get("/rounds", Rule.signedIn(), c -> plan(c, 200, Optional.empty()))
        .post("/rounds", Rule.signedIn(), this::add)
        .get("/rounds/:number", Rule.signedIn(), this::notebook)
        .post("/rounds/:number/:action", Rule.signedIn(), this::act);
  }

  private void plan(RoutingContext context, int status, Optional<String> problem) {
    var caller = Web.caller(context);
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var leads = rounds.leads(caller);
    var page =
        new PlanPage(
            stops(caller, monday),
            stops(caller, monday.plusWeeks(1)),
            monday,
            leads,
            List.of(Slot.values()),
            leads ? desk.people().having(Role.ENGINEER) : List.of(),
            leads ? desk.people().departments() : List.of(),
            problem);
    pages.showIn(context, status, "rounds", "round/plan", page);
  }

  /// Everybody sees who comes when; what is written there is for those it concerns.
  private List<Stop> stops(Person caller, LocalDate monday) {
    return rounds.between(monday, monday.plusDays(7)).stream()
        .map(visit -> stop(caller, visit))
        .toList();
  }

  private Stop stop(Person caller, Visit visit) {
    var department = desk.people().department(visit.department());
    return new Stop(
        visit,
        desk.people().find(visit.engineer()).map(Person::name).orElse(visit.engineer().value()),
        department.map(Department::name).orElse(visit.department().value()),
        department.map(d -> d.building() + " " + d.floor()).orElse(""),
        visit.engineer().equals(caller.id()),
        rounds.mayRead(caller, desk.access().deskStaff(caller), visit));
  }

  private void add(RoutingContext context) {
    try {
      var answer =
          rounds.add(
              Web.caller(context),
              LocalDate.parse(field(context, "date")),
              Slot.of(field(context, "slot")),
              new PersonId(field(context, "engineer")),
              new DepartmentId(field(context, "department")),
              field(context, "topics"));
      switch (answer) {
        case Answer.Done _ -> pages.done(context, "/rounds");
        case Answer.Refused(var why) ->
            plan(context, 409, Optional.of(pages.say(context, "refused." + why)));
      }
    } catch (IllegalArgumentException | DateTimeException _) {
      plan(context, 400, Optional.of(pages.say(context, "round.malformed")));
    }
  }

  private void notebook(RoutingContext context) {
    visit(context)
        .ifPresentOrElse(
            visit -> show(context, 200, visit, Optional.empty()), () -> context.fail(404));
  }

  private void act(RoutingContext context) {
    var visit = visit(context);
    if (visit.isEmpty()) {
      context.fail(404);
      return;
    }
    try {
      answer(context, visit.get(), context.pathParam("action"));
    } catch (IllegalArgumentException _) {
      problem(context, 400, visit.get(), "round.malformed");
    }
  }

  private void answer(RoutingContext context, Visit visit, String action) {
    var by = Web.caller(context);
    var number = visit.number();
    var answer =
        switch (action) {
          case "find" -> rounds.find(by, number, found(context));
          case "close" ->
              rounds.close(
                  by, number, "yes".equals(field(context, "handover")), field(context, "notes"));
          case "confirm" -> rounds.confirm(by, number);
          case "excuse" -> rounds.excuse(by, number, field(context, "reason"));
          case "settle" ->
              rounds.settle(
                  by,
                  Long.parseLong(field(context, "finding")),
                  Outcome.of(field(context, "outcome")),
                  field(context, "words"));
          default -> throw new IllegalArgumentException("no action " + action);
        };
    switch (answer) {
      case Answer.Done _ -> pages.done(context, "/rounds/" + number);
      case Answer.Refused(var why) -> problem(context, 409, visit, "refused." + why);
    }
  }

  private Found found(RoutingContext context) {
    return new Found(
        Kind.of(field(context, "kind")),
        field(context, "text"),
        photo(context),
        "yes".equals(field(context, "spot")));
  }

  private Optional<AttachmentId> photo(RoutingContext context) {
    var upload = context.fileUploads().stream().filter(file -> file.size() > 0).findFirst();
    if (upload.isEmpty()) return Optional.empty();
    try {
      var bytes = Files.readAllBytes(Path.of(upload.get().uploadedFileName()));
      if (desk.media().store(bytes) instanceof Media.Result.Kept(var id, var _))
        return Optional.of(id);
      throw new IllegalArgumentException("not a picture we keep");
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read an upload", failure);
    }
  }

  private void problem(RoutingContext context, int status, Visit visit, String key) {
    var now = rounds.visit(visit.number()).orElse(visit);
    show(context, status, now, Optional.of(pages.say(context, key)));
  }

  private void show(RoutingContext context, int status, Visit visit, Optional<String> problem) {
    pages.backTo(context, "/rounds");
    var caller = Web.caller(context);
    var page =
        new NotebookPage(
            stop(caller, visit),
            rounds.findings(visit.number()),
            rounds.mayWrite(caller, visit),
            rounds.maySettle(caller, visit),
            rounds.mayConfirm(caller, visit),
            rounds.leads(caller),
            problem);
    var title = pages.say(context, "round.title", page.stop().department());
    pages.show(context, status, "round/notebook", page, title);
  }

  private Optional<Visit> visit(RoutingContext context) {
    var caller = Web.caller(context);
    var number = context.pathParam("number");
    return number.matches("[1-9]\\d{0,17}")
        ? rounds.visit(caller, desk.access().deskStaff(caller), Long.parseLong(number))
        : Optional.empty();
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }
}
