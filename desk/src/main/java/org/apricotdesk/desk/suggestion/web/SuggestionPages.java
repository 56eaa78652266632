package org.apricotdesk.desk.suggestion.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.suggestion.Answer;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Adds the pages of suggestions to the table of routes.
public final class SuggestionPages {
  private static final int PAGE = 30;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 1000;
  private static final int ALIKE = 3;

  private static final Map<String, Set<Stage>> FILTERS =
      Map.of(
          "all", Set.of(),
          "review", Set.of(Stage.SUBMITTED, Stage.TRIAGED, Stage.IN_REVIEW, Stage.DEFERRED),
          "making",
              Set.of(
                  Stage.APPROVED,
                  Stage.PROTOTYPING,
                  Stage.TRIAL,
                  Stage.DEVELOPING,
                  Stage.PILOTING,
                  Stage.ROLLING_OUT,
                  Stage.ACCEPTANCE),
          "done", Set.of(Stage.ACCEPTED, Stage.FED_BACK),
          "declined", Set.of(Stage.REJECTED, Stage.FAILED, Stage.WITHDRAWN, Stage.MERGED));

  private final Suggestions suggestions;
  private final Database database;
  private final Pages pages;
  private final Views views;

  public SuggestionPages(Desk desk, Database database, Pages pages) {
    this.suggestions = desk.suggestions();
    this.database = database;
    this.pages = pages.of(SuggestionPages.class);
    this.views = new Views(desk, database);
  }

  public void addTo(RouteTable routes) {
    routes
        .get("/suggestions", Rule.signedIn(), this::list)
        .get("/suggestions/new", Rule.signedIn(), c -> form(c, 200, "", Optional.empty()))
        .post("/suggestions", Rule.signedIn(), this::submit)
        .get("/suggestions/:number", Rule.signedIn(), this::page)
        .post("/suggestions/:number/:action", Rule.signedIn(), this::act);
  }

  private void list(RoutingContext context) {
    var wanted = Optional.ofNullable(context.request().getParam("show")).orElse("all");
    var filter = FILTERS.containsKey(wanted) ? wanted : "all";
    var before = number(context.request().getParam("before"));
    var found = suggestions.list(FILTERS.getOrDefault(filter, Set.of()), before, PAGE + 1);
    var next =
        found.size() > PAGE
            ? Optional.of(found.get(PAGE - 1).number().value())
            : Optional.<Long>empty();
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    pages.showIn(
        context, "suggestions", "suggestion/suggestions", new SuggestionsPage(shown, filter, next));
  }

  private void form(RoutingContext context, int status, String text, Optional<String> problem) {
    pages.backTo(context, "/suggestions");
    List<Suggestion> alike =
        text.isBlank() ? List.of() : suggestions.alike(database.pool(), text, ALIKE);
    var page = new SuggestPage(text, alike, problem.map(key -> pages.say(context, key)));
    pages.showIn(context, status, "suggestions", "suggestion/suggest", page);
  }

  /// The first time something alike is shown instead; sent once more, it is taken as it is.
  private void submit(RoutingContext context) {
    var text = Optional.ofNullable(context.request().getFormAttribute("text")).orElse("").strip();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      form(context, 400, text, Optional.of("suggest.length"));
      return;
    }
    var sure = "yes".equals(context.request().getFormAttribute("sure"));
    if (!sure && !suggestions.alike(database.pool(), text, 1).isEmpty()) {
      form(context, 200, text, Optional.empty());
      return;
    }
    var by = Web.caller(context).id();
    var wish = new NewSuggestion("", text, by, Optional.empty(), Origin.WEB);
    pages.done(context, path(suggestions.submit(wish)));
  }

  private void page(RoutingContext context) {
    suggestion(context)
        .ifPresentOrElse(one -> show(context, 200, one, Optional.empty()), () -> context.fail(404));
  }

  private void act(RoutingContext context) {
    var suggestion = suggestion(context);
    if (suggestion.isEmpty()) {
      context.fail(404);
      return;
    }
    var caller = Web.caller(context);
    var forms = new Forms(caller.id(), views.side(caller), context.request().formAttributes());
    var wish = forms.wish(context.pathParam("action"));
    if (wish.isEmpty()) {
      var malformed = pages.say(context, "suggestion.malformed");
      show(context, 400, suggestion.get(), Optional.of(malformed));
      return;
    }
    switch (suggestions.handle(suggestion.get().number(), wish.get())) {
      case Answer.Done(var done) -> pages.done(context, path(done));
      case Answer.Refused(var why, var now) ->
          show(context, 409, now, Optional.of(pages.say(context, "refused." + why)));
    }
  }

  private void show(
      RoutingContext context, int status, Suggestion suggestion, Optional<String> problem) {
    pages.backTo(context, "/suggestions");
    var page = views.of(Web.caller(context), pages.speech(context), suggestion, problem);
    var title = pages.say(context, "suggestion.title", suggestion.number().toString());
    pages.show(context, status, "suggestion/suggestion", page, title);
  }

  private Optional<Suggestion> suggestion(RoutingContext context) {
    return number(context.pathParam("number")).flatMap(suggestions::find);
  }

  private static Optional<SuggestionNumber> number(
      @org.jspecify.annotations.Nullable String typed) {
    return Optional.ofNullable(typed)
        .filter(text -> text.matches("[1-9]\\d{0,17}"))
        .map(text -> new SuggestionNumber(Long.parseLong(text)));
  }

  private static String path(Suggestion suggestion) {
    return "/suggestions/" + suggestion.number().value();
  }
}
