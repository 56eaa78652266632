package org.apricotdesk.desk.incident.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Announcements.Announcement;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Adds the pages of incidents to the table of routes.
public final class IncidentPages {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int PAGE = 30;

  private final Desk desk;
  private final Incidents incidents;
  private final Pages pages;
  private final Views views;
  private final Clock clock;
  private final ZoneId zone;

  public IncidentPages(Desk desk, Pages pages, ZoneId zone, Clock clock) {
    this.desk = desk;
    this.incidents = desk.incidents();
    this.pages = pages.of(IncidentPages.class);
    this.views = new Views(desk);
    this.clock = clock;
    this.zone = zone;
  }

  public void addTo(RouteTable routes) {
    routes
        .get("/incidents", Rule.signedIn(), this::list)
        .get("/incidents/new", LEADS, c -> form(c, 200, Typed.NOTHING, Optional.empty()))
        .post("/incidents", LEADS, this::declare)
        .get("/incidents/:number", Rule.signedIn(), this::page)
        .post("/incidents/:number/:action", Rule.signedIn(), this::act);
  }

  /// What stands above every page: the incidents that run.
  public static List<Announcement> announced(Incidents incidents) {
    return incidents.known().running().stream()
        .map(
            known ->
                new Announcement(known.title(), known.where(), known.next(), path(known.number())))
        .toList();
  }

  private void list(RoutingContext context) {
    var caller = Web.caller(context);
    var before = number(context.request().getParam("before"));
    var staff = desk.access().deskStaff(caller);
    var found = incidents.list(before, staff, PAGE + 1);
    var shown =
        found.stream().limit(PAGE).map(one -> new IncidentLine(one, incidents.known(one))).toList();
    var next =
        found.size() > PAGE
            ? Optional.of(found.get(PAGE - 1).number().value())
            : Optional.<Long>empty();
    var page =
        new IncidentsPage(
            shown.stream().filter(line -> !line.isOver()).toList(),
            shown.stream().filter(IncidentLine::isOver).toList(),
            leads(caller),
            next);
    pages.show(context, 200, "incident/incidents", page);
  }

  private void refuse(RoutingContext context, int status, String problem) {
    var typed = Typed.of(context.request().formAttributes());
    form(context, status, typed, Optional.of(problem));
  }

  private void form(RoutingContext context, int status, Typed typed, Optional<String> problem) {
    pages.backTo(context, "/incidents");
    var form = views.blank(Web.caller(context), typed, problem);
    pages.showIn(context, status, "incidents", "incident/declare", form);
  }

  private void declare(RoutingContext context) {
    switch (forms(context).wish("declare").orElse(null)) {
      case Wish.Declare wish -> {
        switch (incidents.declare(wish)) {
          case Answer.Done(var incident) -> pages.done(context, path(incident.number()));
          case Answer.Refused(var why, var _) ->
              refuse(context, 409, pages.say(context, "refused." + why));
        }
      }
      case null, default -> refuse(context, 400, pages.say(context, "incident.malformed"));
    }
  }

  private void page(RoutingContext context) {
    incident(context)
        .ifPresentOrElse(
            incident -> show(context, 200, incident, Refused.NONE), () -> context.fail(404));
  }

  private void act(RoutingContext context) {
    var incident = incident(context);
    if (incident.isEmpty()) {
      context.fail(404);
      return;
    }
    var wish = forms(context).wish(context.pathParam("action"));
    if (wish.isEmpty()) {
      show(context, 400, incident.get(), refused(context, "incident.malformed"));
      return;
    }
    switch (incidents.handle(incident.get().number(), wish.get())) {
      case Answer.Done(var done) -> pages.done(context, path(done.number()));
      case Answer.Refused(var why, var now) ->
          show(context, 409, now, refused(context, "refused." + why));
    }
  }

  private Forms forms(RoutingContext context) {
    PersonId by = Web.caller(context).id();
    return new Forms(by, context.request().formAttributes(), clock, zone);
  }

  private Refused refused(RoutingContext context, String why) {
    return new Refused(
        context.pathParam("action"),
        Typed.of(context.request().formAttributes()),
        Optional.of(pages.say(context, why)));
  }

  private void show(RoutingContext context, int status, Incident incident, Refused refused) {
    pages.backTo(context, "/incidents");
    var page = views.of(Web.caller(context), pages.speech(context), incident, refused);
    var title = pages.say(context, "incident.title", incident.number().toString());
    pages.show(context, status, "incident/incident", page, title);
  }

  /// What nobody has declared is the information department's own business.
  private Optional<Incident> incident(RoutingContext context) {
    var staff = desk.access().deskStaff(Web.caller(context));
    return number(context.pathParam("number"))
        .flatMap(incidents::find)
        .filter(incident -> staff || incident.stage().isDeclared());
  }

  private static Optional<IncidentNumber> number(@org.jspecify.annotations.Nullable String typed) {
    return Optional.ofNullable(typed)
        .filter(text -> text.matches("[1-9]\\d{0,17}"))
        .map(text -> new IncidentNumber(Long.parseLong(text)));
  }

  static boolean leads(Person person) {
    return LEADS.allows(person);
  }

  static String path(IncidentNumber number) {
    return "/incidents/" + number.value();
  }
}
