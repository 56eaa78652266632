package org.apricotdesk.desk.survey.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.survey.Callback;
import org.apricotdesk.desk.survey.Callbacks;
import org.apricotdesk.desk.survey.Form;
import org.apricotdesk.desk.survey.Question;
import org.apricotdesk.desk.survey.Surveys;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Adds the pages of satisfaction to the table of routes.
public final class SurveyPages {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int LONGEST = 500;

  private final Desk desk;
  private final Pages pages;

  public SurveyPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages.of(SurveyPages.class);
  }

  public void addTo(RouteTable routes) {
    routes
        .get("/callbacks", LEADS, c -> callbacks(c, 200, Optional.empty()))
        .post("/callbacks/:number", LEADS, this::calledBack)
        .get("/survey", Rule.signedIn(), this::survey)
        .post("/survey", Rule.signedIn(), this::answer)
        .get("/surveys", LEADS, this::results);
  }

  private void callbacks(RoutingContext context, int status, Optional<String> problem) {
    var open = desk.callbacks().open(Web.caller(context));
    var page =
        new CallbacksPage(
            open,
            open.stream().map(this::name).toList(),
            open.stream().map(this::phone).toList(),
            desk.callbacks().satisfied(),
            problem.map(key -> pages.say(context, key)));
    pages.showIn(context, status, "callbacks", "survey/callbacks", page);
  }

  private String name(Callback callback) {
    var id = callback.ticket().requester();
    return desk.people().find(id).map(Person::name).orElse(id.value());
  }

  private String phone(Callback callback) {
    return callback
        .ticket()
        .report()
        .place()
        .department()
        .flatMap(desk.people()::department)
        .flatMap(Department::extension)
        .orElse("");
  }

  private void calledBack(RoutingContext context) {
    var number = context.pathParam("number");
    if (!number.matches("[1-9]\\d{0,17}")) {
      context.fail(404);
      return;
    }
    var result =
        desk.callbacks()
            .record(
                Web.caller(context),
                new TicketNumber(Long.parseLong(number)),
                field(context, "cause"),
                field(context, "action"));
    if (result == Callbacks.Result.DONE) pages.done(context, "/callbacks");
    else callbacks(context, 409, Optional.of("callback." + result));
  }

  private void survey(RoutingContext context) {
    var running = desk.surveys().begin(Web.caller(context).id());
    var thanks = "1".equals(context.request().getParam("thanks"));
    pages.showIn(context, "survey", "survey/survey", new SurveyPage(running, thanks));
  }

  private void answer(RoutingContext context) {
    var answers =
        Arrays.stream(Question.values()).map(q -> mark(field(context, q.code()))).toList();
    var form = new Form(answers, field(context, "best"), field(context, "worst"));
    if (desk.surveys().answer(Web.caller(context).id(), form) == Surveys.Result.MALFORMED)
      context.fail(400);
    else pages.done(context, "/survey?thanks=1");
  }

  private static Optional<Integer> mark(String typed) {
    return typed.matches("\\d") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
  }

  private void results(RoutingContext context) {
    var quarters = desk.surveys().quarters();
    var wanted = Optional.ofNullable(context.request().getParam("quarter"));
    var shown = wanted.filter(quarters::contains).or(() -> quarters.stream().findFirst());
    var results = shown.map(desk.surveys()::results);
    List<String> names =
        results
            .map(r -> r.rows().stream().map(row -> department(row.department())).toList())
            .orElse(List.of());
    pages.showIn(context, "surveys", "survey/results", new ResultsPage(quarters, results, names));
  }

  private String department(org.apricotdesk.desk.staff.DepartmentId id) {
    return desk.people().department(id).map(Department::name).orElse(id.value());
  }

  private static String field(RoutingContext context, String name) {
    var typed = Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
  }
}
