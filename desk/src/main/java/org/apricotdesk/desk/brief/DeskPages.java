package org.apricotdesk.desk.brief;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.brief.Outcome.Done;
import org.apricotdesk.desk.brief.Outcome.Refused;
import org.apricotdesk.desk.brief.Outcome.Why;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Where briefs are written, looked at by a second person and published.
final class DeskPages {
  private static final Rule WRITERS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.CMIO);
  private static final Rule PUBLISHERS = Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int PAGE = 30;

  private final Briefs briefs;
  private final Readings readings;
  private final People people;
  private final Pages pages;

  DeskPages(Briefs briefs, Readings readings, People people, Pages pages) {
    this.briefs = briefs;
    this.readings = readings;
    this.people = people;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/briefs", WRITERS, c -> list(c, 200, Optional.empty()))
        .post("/admin/briefs", WRITERS, this::draft)
        .get("/admin/briefs/:id", WRITERS, this::open)
        .get(
            "/admin/briefs/:id/pdf",
            WRITERS,
            c -> with(c, b -> ReaderPages.sendPdf(c, briefs, pages, b)))
        .get(
            "/admin/briefs/:id/charts/:name",
            WRITERS,
            c -> with(c, b -> ReaderPages.sendChart(c, briefs, b)))
        .post("/admin/briefs/:id/preview", WRITERS, c -> with(c, b -> preview(c, b)))
        .post("/admin/briefs/:id", WRITERS, this::revise)
        .post(
            "/admin/briefs/:id/submit",
            WRITERS,
            c -> act(c, w -> briefs.submit(w.id, w.revision, w.by)))
        .post(
            "/admin/briefs/:id/rewrite",
            WRITERS,
            c -> act(c, w -> briefs.rewrite(w.id, w.revision, w.by)))
        .post(
            "/admin/briefs/:id/drop",
            WRITERS,
            c -> act(c, w -> briefs.drop(w.id, w.revision, w.by)))
        .post("/admin/briefs/:id/correct", WRITERS, c -> act(c, w -> briefs.correct(w.id, w.by)))
        .post(
            "/admin/briefs/:id/return",
            PUBLISHERS,
            c -> act(c, w -> briefs.giveBack(w.id, w.revision, field(c, "note"), w.by)))
        .post(
            "/admin/briefs/:id/publish",
            PUBLISHERS,
            c -> act(c, w -> briefs.publish(w.id, w.revision, audience(c), w.by)));
  }

  private record Wish(long id, int revision, PersonId by) {}

  private void list(RoutingContext context, int status, Optional<String> problem) {
    var before = ReaderPages.number(context.request().getParam("before")).orElse(Integer.MAX_VALUE);
    var found = briefs.page(before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var more = found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.<Long>empty();
    var month =
        Days.month(LocalDate.ofInstant(pages.speech(context).now(), briefs.zone()).minusMonths(1));
    pages.showIn(
        context, status, "writing", "brief/desk", new DeskPage(shown, more, month, problem));
  }

  private void draft(RoutingContext context) {
    var kind = Kind.of(field(context, "kind"));
    var days = days(context);
    if (kind.isEmpty() || days.isEmpty()) {
      list(context, 400, Optional.of("refused.malformed"));
    } else {
      var brief = briefs.draft(kind.get(), days.get(), Web.caller(context).id());
      pages.done(context, "/admin/briefs/" + brief.id());
    }
  }

  private Optional<Days> days(RoutingContext context) {
    try {
      var days =
          new Days(
              LocalDate.parse(field(context, "first")), LocalDate.parse(field(context, "last")));
      var today = LocalDate.ofInstant(pages.speech(context).now(), briefs.zone());
      return Optional.of(days).filter(d -> !d.last().isAfter(today) && d.first().getYear() >= 2000);
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void open(RoutingContext context) {
    with(
        context, brief -> show(context, 200, brief, brief.title(), brief.body(), Optional.empty()));
  }

  private void show(
      RoutingContext context,
      int status,
      Brief brief,
      String title,
      String body,
      Optional<String> problem) {
    var caller = Web.caller(context);
    var published = brief.published().isPresent();
    var page =
        new EditorPage(
            brief,
            title,
            body,
            html(brief, body),
            problem,
            PUBLISHERS.allows(caller),
            brief.editor().equals(caller.id())
                || brief.submitter().filter(caller.id()::equals).isPresent(),
            people.find(brief.editor()).map(person -> person.name()).orElse("杏台"),
            people.departments().stream().filter(department -> !department.retired()).toList(),
            published ? List.of() : briefs.groups(),
            published ? readings.byDepartment(brief) : List.of(),
            readings.verdicts(brief),
            published ? changes(context, brief) : List.of());
    pages.backTo(context, "/admin/briefs");
    pages.showIn(context, status, "writing", "brief/editor", page);
  }

  private List<EditorPage.ChangeLine> changes(RoutingContext context, Brief brief) {
    var locale = pages.speech(context).locale();
    var words = new NumberWords(Texts.of(Briefs.class), locale);
    return briefs.changes(brief).stream()
        .map(
            change ->
                new EditorPage.ChangeLine(
                    words.name(change.indicator()),
                    words.value(change.indicator(), change.told()),
                    words.value(change.indicator(), change.now())))
        .toList();
  }

  private static String html(Brief brief, String body) {
    return Markdown.html(body, name -> "/admin/briefs/" + brief.id() + "/charts/" + name);
  }

  private void preview(RoutingContext context, Brief brief) {
    pages.showPart(context, "brief/preview", html(brief, text(context)));
  }

  private void revise(RoutingContext context) {
    with(
        context,
        brief -> {
          var revision = ReaderPages.number(field(context, "revision")).orElse(0);
          var title = field(context, "title");
          var by = Web.caller(context).id();
          switch (briefs.revise(brief.id(), revision, title, text(context), by)) {
            case Done _ -> pages.done(context, path(brief));
            case Refused(var why) -> show(context, 409, brief, title, text(context), said(why));
          }
        });
  }

  private void act(RoutingContext context, Function<Wish, Outcome> action) {
    with(
        context,
        brief -> {
          var revision = ReaderPages.number(field(context, "revision")).orElse(0);
          switch (action.apply(new Wish(brief.id(), revision, Web.caller(context).id()))) {
            case Done(var changed) ->
                pages.done(
                    context, changed.state() == State.DROPPED ? "/admin/briefs" : path(changed));
            case Refused(var why) ->
                show(context, 409, brief, brief.title(), brief.body(), said(why));
          }
        });
  }

  private static Optional<String> said(Why why) {
    return Optional.of("refused." + why.code());
  }

  private void with(RoutingContext context, Consumer<Brief> action) {
    ReaderPages.number(context.pathParam("id"))
        .flatMap(id -> briefs.find(id))
        .ifPresentOrElse(action, () -> context.fail(404));
  }

  private static Audience audience(RoutingContext context) {
    var form = context.request().formAttributes();
    return new Audience(
        form.getAll("department").stream()
            .filter(id -> !id.isBlank())
            .map(DepartmentId::new)
            .toList(),
        Stream.concat(form.getAll("group").stream(), field(context, "groups").lines())
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList());
  }

  private static String text(RoutingContext context) {
    return Optional.ofNullable(context.request().getFormAttribute("body")).orElse("");
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }

  private static String path(Brief brief) {
    return "/admin/briefs/" + brief.id();
  }
}
