package org.apricotdesk.desk.answer;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.knowledge.Knowledge;

/// Keeping the knowledge base in shape: synonyms and gaps.
final class CarePages {
  private static final Rule LEADS =
      Rule.anyOf(Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final Rule WRITERS =
      Rule.anyOf(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final Duration LOOKED_BACK = Duration.ofDays(28);

  private final Knowledge knowledge;
  private final Pages pages;
  private final Clock clock;

  CarePages(Knowledge knowledge, Pages pages, Clock clock) {
    this.knowledge = knowledge;
    this.pages = pages;
    this.clock = clock;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/synonyms", LEADS, c -> synonyms(c, 200, Optional.empty()))
        .post("/admin/synonyms", LEADS, this::add)
        .post("/admin/synonyms/:number/remove", LEADS, this::remove)
        .get("/admin/gaps", WRITERS, this::gaps);
  }

  private void synonyms(RoutingContext context, int status, Optional<String> problem) {
    var page = new CarePage(knowledge.synonyms().all(), List.of(), List.of(), problem);
    pages.showIn(context, status, "synonyms", "answer/synonyms", page);
  }

  private void add(RoutingContext context) {
    var typed = Optional.ofNullable(context.request().getFormAttribute("words")).orElse("");
    var words = Arrays.stream(typed.split("[,，、=＝\\s]+")).filter(word -> !word.isEmpty()).toList();
    try {
      knowledge.synonyms().add(words);
      pages.done(context, "/admin/synonyms");
    } catch (IllegalArgumentException _) {
      synonyms(context, 400, Optional.of("synonyms.malformed"));
    }
  }

  private void remove(RoutingContext context) {
    var number = context.pathParam("number");
    if (number.matches("\\d{1,18}") && knowledge.synonyms().remove(Long.parseLong(number))) {
      pages.done(context, "/admin/synonyms");
    } else {
      context.fail(404);
    }
  }

  private void gaps(RoutingContext context) {
    var gaps = knowledge.gaps().since(clock.instant().minus(LOOKED_BACK));
    var flagged = knowledge.articles().find(knowledge.feedback().flagged());
    var page = new CarePage(Map.of(), gaps, flagged, Optional.empty());
    pages.showIn(context, "gaps", "answer/gaps", page);
  }
}
