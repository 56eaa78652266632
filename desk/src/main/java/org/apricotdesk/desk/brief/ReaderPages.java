package org.apricotdesk.desk.brief;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Where the hospital reads its briefs.
final class ReaderPages {
  private static final int PAGE = 20;

  /// Who reads every brief, whomever it was written for.
  private static final Set<Role> ALL =
      Set.of(
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.CMIO,
          Role.AUDITOR);

  private final Briefs briefs;
  private final Readings readings;
  private final Pages pages;

  ReaderPages(Briefs briefs, Readings readings, Pages pages) {
    this.briefs = briefs;
    this.readings = readings;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/briefs", Rule.signedIn(), this::list)
        .get("/briefs/:issue", Rule.signedIn(), this::read)
        .get("/briefs/:issue/pdf", Rule.signedIn(), this::pdf)
        .get("/briefs/:issue/charts/:name", Rule.signedIn(), this::chart)
        .post("/briefs/:issue/verdict", Rule.signedIn(), this::judge);
  }

  static boolean readsAll(Person person) {
    return person.roles().stream().anyMatch(ALL::contains);
  }

  private void list(RoutingContext context) {
    var reader = Web.caller(context);
    var before = number(context.request().getParam("before")).orElse(Integer.MAX_VALUE);
    var found = briefs.published(reader, readsAll(reader), before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var more =
        found.size() > PAGE
            ? shown.getLast().published().map(Brief.Published::issue)
            : Optional.<Integer>empty();
    pages.showIn(context, "briefs", "brief/list", new ListPage(shown, more));
  }

  private void read(RoutingContext context) {
    var found = found(context);
    if (found.isEmpty()) {
      context.fail(404);
      return;
    }
    var brief = found.get();
    readings.opened(brief, Web.caller(context));
    var issue = brief.published().orElseThrow().issue();
    var page =
        new ReadPage(
            brief,
            Markdown.html(brief.body(), name -> "/briefs/" + issue + "/charts/" + name),
            briefs.correctedBy(brief),
            brief
                .corrects()
                .flatMap(briefs::find)
                .flatMap(Brief::published)
                .map(Brief.Published::issue),
            "1".equals(context.request().getParam("judged")));
    pages.backTo(context, "/briefs");
    pages.showIn(context, "briefs", "brief/read", page);
  }

  private void pdf(RoutingContext context) {
    found(context)
        .ifPresentOrElse(brief -> sendPdf(context, briefs, pages, brief), () -> context.fail(404));
  }

  static void sendPdf(RoutingContext context, Briefs briefs, Pages pages, Brief brief) {
    var speech = pages.speech(context);
    var line =
        brief
            .published()
            .map(
                p ->
                    speech.say("brief.line", p.issue(), p.at().atZone(briefs.zone()).toLocalDate()))
            .orElse(speech.say("brief.line.draft"));
    var name = brief.published().map(p -> "brief-" + p.issue()).orElse("brief-draft");
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
        .putHeader("content-disposition", "inline; filename=\"" + name + ".pdf\"")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .end(briefs.pdf(brief, line, speech.say("brief.foot")));
  }

  private void chart(RoutingContext context) {
    found(context)
        .ifPresentOrElse(brief -> sendChart(context, briefs, brief), () -> context.fail(404));
  }

  static void sendChart(RoutingContext context, Briefs briefs, Brief brief) {
    var svg = new Charts(brief.facts(), briefs.locale()).draw(context.pathParam("name"));
    if (svg.isEmpty()) context.fail(404);
    else
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "image/svg+xml; charset=utf-8")
          .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
          .end(svg.get());
  }

  private void judge(RoutingContext context) {
    var found = found(context);
    var useful = context.request().getFormAttribute("useful");
    if (found.isEmpty() || useful == null) {
      context.fail(found.isEmpty() ? 404 : 400);
    } else {
      readings.judged(found.get(), Web.caller(context), "1".equals(useful));
      pages.done(context, "/briefs/" + context.pathParam("issue") + "?judged=1");
    }
  }

  /// One that was published, for this reader among others.
  private Optional<Brief> found(RoutingContext context) {
    var reader = Web.caller(context);
    return number(context.pathParam("issue"))
        .flatMap(briefs::issue)
        .filter(brief -> readsAll(reader) || brief.audience().covers(reader));
  }

  static Optional<Integer> number(String text) {
    if (text == null || !text.matches("[0-9]{1,9}")) return Optional.empty();
    return Optional.of(Integer.parseInt(text));
  }
}
