package org.apricotdesk.desk.dashboard;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.dashboard.DashboardPage.Step;
import org.apricotdesk.desk.indicator.Figure;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// What an engineer's own work comes to. Nobody else sees it but the lead of the team and the
/// directors; for others such a page is not there.
public final class OwnFigures {
  private static final Rule WORKERS =
      Rule.anyOf(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final String PATH = "/my/figures";
  private static final List<Indicator> SHOWN =
      List.of(
          Indicator.RESPONSE_TIMELY_RATE,
          Indicator.RESOLUTION_TIMELY_RATE,
          Indicator.RESPONSE_P50,
          Indicator.RESPONSE_P90,
          Indicator.MTTR,
          Indicator.MTTR_MEDIAN,
          Indicator.FCR,
          Indicator.REOPEN_RATE,
          Indicator.CSAT_TICKET,
          Indicator.TICKET_COUNT);

  private final SqlClient sql;
  private final Indicators indicators;
  private final TicketDesk tickets;
  private final People people;
  private final Access access;
  private final Pages pages;
  private final ZoneId zone;

  public OwnFigures(
      SqlClient sql,
      Indicators indicators,
      TicketDesk tickets,
      People people,
      Access access,
      Pages pages,
      ZoneId zone) {
    this.sql = sql;
    this.indicators = indicators;
    this.tickets = tickets;
    this.people = people;
    this.access = access;
    this.pages = pages.of(OwnFigures.class, Indicator.class);
    this.zone = zone;
  }

  public void addTo(RouteTable routes) {
    routes
        .get(PATH, WORKERS, context -> show(context, Web.caller(context)))
        .get(PATH + "/:person", WORKERS, this::ofAnother);
  }

  private void ofAnother(RoutingContext context) {
    var caller = Web.caller(context);
    person(context)
        .filter(person -> access.answersFor(caller, person))
        .ifPresentOrElse(person -> show(context, person), () -> context.fail(404));
  }

  private Optional<Person> person(RoutingContext context) {
    try {
      return people.find(new PersonId(context.pathParam("person")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void show(RoutingContext context, Person person) {
    var speech = pages.speech(context);
    var today = LocalDate.ofInstant(speech.now(), zone);
    var span =
        Optional.ofNullable(context.queryParams().get("span")).flatMap(Span::of).orElse(Span.MONTH);
    var first = span.first(Span.day(context.queryParams().get("at"), today));
    var weeks = new Workload(sql, zone).of(person.id(), today);
    var caller = Web.caller(context);
    var own = caller.id().equals(person.id());
    var page =
        new OwnPage(
            own ? PATH : path(person),
            own ? Optional.empty() : Optional.of(person.name()),
            span,
            first,
            span.name(first, speech),
            span.before(first),
            Optional.of(span.next(first)).filter(day -> !day.isAfter(today)),
            tickets.howManyInHandsOf(person.id()),
            tiles(context, person, span, first),
            weeks,
            chart(context, weeks),
            AssessmentPages.path(person),
            own ? team(caller) : List.of());
    if (!own) pages.backTo(context, PATH);
    pages.showIn(context, "figures", "figures/own", page);
  }

  private static String path(Person person) {
    return PATH + "/" + person.id().value();
  }

  private List<OwnPage.Colleague> team(Person caller) {
    return people.having(Role.ENGINEER).stream()
        .filter(one -> !one.id().equals(caller.id()) && access.answersFor(caller, one))
        .map(one -> new OwnPage.Colleague(one.name(), path(one)))
        .toList();
  }

  private List<DashboardPage.Tile> tiles(
      RoutingContext context, Person person, Span span, LocalDate first) {
    var words = new FigureWords(pages.speech(context));
    var figures = indicators.ofEngineer(span.period(first, zone), person.id());
    var before = indicators.ofEngineer(span.period(span.before(first), zone), person.id());
    return SHOWN.stream()
        .flatMap(indicator -> find(figures, indicator).stream())
        .map(one -> words.tile(shown(one), find(before, one.indicator())))
        .toList();
  }

  /// Counts are one's own to see; a few ratings would tell who gave them.
  private static Indicators.Shown shown(Figure figure) {
    var few = figure.value().isPresent() && figure.isShareOfFew();
    var counted = figure.indicator() != Indicator.CSAT_TICKET;
    return new Indicators.Shown(Optional.empty(), figure, few, counted);
  }

  private static Optional<Figure> find(List<Figure> figures, Indicator indicator) {
    return figures.stream().filter(figure -> figure.indicator() == indicator).findFirst();
  }

  private String chart(RoutingContext context, List<Step> weeks) {
    var speech = pages.speech(context);
    var labels = List.of(speech.say("own.taken"), speech.say("figures.solved"));
    return new JsonObject()
        .put("names", new JsonArray(weeks.stream().map(Step::name).toList()))
        .put("opened", new JsonArray(weeks.stream().map(Step::opened).toList()))
        .put("solved", new JsonArray(weeks.stream().map(Step::solved).toList()))
        .put("labels", new JsonArray(labels))
        .encode();
  }
}
