package org.apricotdesk.desk.maintenance.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Extent;
import org.apricotdesk.desk.incident.web.IncidentPages;
import org.apricotdesk.desk.maintenance.Answer;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.maintenance.Plan;
import org.apricotdesk.desk.maintenance.Work;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;
import org.jspecify.annotations.Nullable;

/// Adds the pages of planned downtime to the table of routes.
public final class MaintenancePages {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int PAGE = 30;
  private static final String HOME = "/maintenance";

  private final Desk desk;
  private final Maintenance maintenance;
  private final Pages pages;
  private final Clock clock;
  private final ZoneId zone;

  public MaintenancePages(Desk desk, Pages pages, ZoneId zone, Clock clock) {
    this.desk = desk;
    this.maintenance = desk.maintenance();
    this.pages = pages.of(MaintenancePages.class, IncidentPages.class);
    this.clock = clock;
    this.zone = zone;
  }

  public void addTo(RouteTable routes) {
    routes
        .get(HOME, Rule.signedIn(), this::list)
        .get(HOME + "/new", LEADS, c -> form(c, 200, Optional.empty()))
        .post(HOME, LEADS, this::request)
        .get(HOME + "/:number", Rule.signedIn(), this::page)
        .post(HOME + "/:number/:action", LEADS, this::act);
  }

  private void list(RoutingContext context) {
    var caller = Web.caller(context);
    var before = number(context.request().getParam("before")).orElse(Long.MAX_VALUE);
    var found = maintenance.list(caller, before, PAGE + 1);
    var shown = found.stream().limit(PAGE).map(this::line).toList();
    var next =
        found.size() > PAGE ? Optional.of(found.get(PAGE - 1).number()) : Optional.<Long>empty();
    pages.backTo(context, "/incidents");
    var page = new WorksPage(shown, Maintenance.leads(caller), next);
    var title = pages.say(context, "maintenance.title");
    pages.show(context, 200, "maintenance/works", page, title);
  }

  private Line line(Work work) {
    var systems = work.plan().systems().stream().map(this::name).sorted().toList();
    var where = desk.incidents().known().where(work.plan().area());
    return new Line(work, where, systems, work.runsOver(clock.instant()));
  }

  private String name(String code) {
    return desk.catalogue().name(new CategoryCode(code)).orElse(code);
  }

  private void form(RoutingContext context, int status, Optional<String> problem) {
    pages.backTo(context, HOME);
    var sent = context.request().formAttributes();
    var chosen = new HashSet<>(sent.getAll("system"));
    chosen.addAll(sent.getAll("campus"));
    chosen.addAll(sent.getAll("department"));
    var systems =
        desk.catalogue().leaves().stream()
            .map(leaf -> leaf.code().system())
            .distinct()
            .map(code -> new RequestPage.Choice(code, name(code)))
            .toList();
    var departments = desk.people().departments().stream().filter(d -> !d.retired()).toList();
    var page =
        new RequestPage(
            systems,
            desk.people().campuses(),
            departments,
            text(sent, "title"),
            text(sent, "meanwhile"),
            text(sent, "from"),
            text(sent, "until"),
            Optional.ofNullable(sent.get("extent")).orElse(Extent.CAMPUS.code()),
            chosen,
            problem);
    var title = pages.say(context, "maintenance.request");
    pages.show(context, status, "maintenance/request", page, title);
  }

  private void request(RoutingContext context) {
    var plan = plan(context.request().formAttributes());
    if (plan.isEmpty()) {
      form(context, 400, Optional.of(pages.say(context, "maintenance.malformed")));
      return;
    }
    switch (maintenance.request(Web.caller(context), plan.get())) {
      case Answer.Done(var work) -> pages.done(context, HOME + "/" + work.number());
      case Answer.Refused(var why) ->
          form(context, 409, Optional.of(pages.say(context, "maintenance.refused." + why)));
    }
  }

  /// Empty if somebody sent what no form of ours sends.
  private Optional<Plan> plan(MultiMap sent) {
    try {
      var area =
          new Area(
              Extent.of(text(sent, "extent")),
              all(sent, "campus", CampusId::new),
              all(sent, "department", DepartmentId::new));
      return Optional.of(
          new Plan(
              text(sent, "title"),
              all(sent, "system", code -> new CategoryCode(code).value()),
              area,
              moment(text(sent, "from")),
              moment(text(sent, "until")),
              text(sent, "meanwhile")));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private Instant moment(String typed) {
    return LocalDateTime.parse(typed).atZone(zone).toInstant();
  }

  private static <T> Set<T> all(MultiMap sent, String name, Function<String, T> type) {
    return sent.getAll(name).stream()
        .filter(value -> !value.isBlank())
        .map(type)
        .collect(Collectors.toSet());
  }

  private static String text(MultiMap sent, String name) {
    return Optional.ofNullable(sent.get(name)).orElse("").strip();
  }

  private void page(RoutingContext context) {
    work(context)
        .ifPresentOrElse(
            work -> show(context, 200, work, Optional.empty()), () -> context.fail(404));
  }

  private void act(RoutingContext context) {
    var work = work(context);
    if (work.isEmpty()) {
      context.fail(404);
      return;
    }
    var caller = Web.caller(context);
    var number = work.get().number();
    var reason = text(context.request().formAttributes(), "reason");
    var answer =
        switch (context.pathParam("action")) {
          case "approve" -> Optional.of(maintenance.approve(caller, number));
          case "withdraw" -> Optional.of(maintenance.withdraw(caller, number, reason));
          case "end" -> Optional.of(maintenance.end(caller, number));
          default -> Optional.<Answer>empty();
        };
    switch (answer.orElse(null)) {
      case Answer.Done(var done) -> pages.done(context, HOME + "/" + done.number());
      case Answer.Refused(var why) ->
          show(
              context,
              409,
              maintenance.find(number).orElseThrow(),
              Optional.of(pages.say(context, "maintenance.refused." + why)));
      case null -> context.fail(404);
    }
  }

  private void show(RoutingContext context, int status, Work work, Optional<String> problem) {
    pages.backTo(context, HOME);
    var caller = Web.caller(context);
    var page =
        new WorkPage(
            line(work),
            name(work.by()),
            work.approver().map(this::name),
            !clock.instant().isBefore(work.plan().from()),
            Maintenance.leads(caller),
            Maintenance.directs(caller) && !work.by().equals(caller.id()),
            problem);
    pages.show(context, status, "maintenance/work", page, pages.say(context, "maintenance.title"));
  }

  private String name(PersonId id) {
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }

  /// What nobody has approved is for those who lead.
  private Optional<Work> work(RoutingContext context) {
    var leads = Maintenance.leads(Web.caller(context));
    return number(context.pathParam("number"))
        .flatMap(maintenance::find)
        .filter(work -> leads || work.announced().isPresent());
  }

  private static Optional<Long> number(@Nullable String typed) {
    return Optional.ofNullable(typed)
        .filter(text -> text.matches("[1-9]\\d{0,17}"))
        .map(Long::parseLong);
  }
}
