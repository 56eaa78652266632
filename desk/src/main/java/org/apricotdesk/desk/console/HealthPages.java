package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// Connections, queues, index, backup; and the messages that could not be sent, to send again.
final class HealthPages {
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final int PAGE = 30;

  private final Desk desk;
  private final Pages pages;
  private final Upkeep upkeep;

  HealthPages(Desk desk, Pages pages, Upkeep upkeep) {
    this.desk = desk;
    this.pages = pages;
    this.upkeep = upkeep;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/health", ADMINISTRATORS, this::show)
        .post("/admin/health/retry", ADMINISTRATORS, this::retry);
  }

  private void show(RoutingContext context) {
    var letters = upkeep.letters(number(context.request().getParam("before")), PAGE + 1);
    var more =
        letters.size() > PAGE
            ? Optional.of("/admin/health?before=" + letters.get(PAGE - 1).id())
            : Optional.<String>empty();
    var page =
        new HealthPage(signs(pages.speech(context)), letters.stream().limit(PAGE).toList(), more);
    pages.showIn(context, "health", "console/health", page);
  }

  private List<HealthPage.Sign> signs(Speech speech) {
    return upkeep.signs().stream()
        .map(sign -> new HealthPage.Sign(sign.name(), sign.state(), said(speech, sign.value())))
        .toList();
  }

  /// A listener that has no name in the texts goes by its own.
  private static String said(Speech speech, Upkeep.Reading reading) {
    var key = "health.value." + reading.key();
    if (!speech.has(key)) return reading.key().substring(reading.key().lastIndexOf('.') + 1);
    var facts = reading.facts().stream().map(fact -> fact(speech, fact)).toArray();
    return speech.say(key, facts);
  }

  private static Object fact(Speech speech, Object fact) {
    return fact instanceof Upkeep.Reading reading ? said(speech, reading) : fact;
  }

  private void retry(RoutingContext context) {
    var id = number(context.request().getFormAttribute("id"));
    if (!upkeep.retry(id)) {
      context.fail(409);
      return;
    }
    var by = Web.caller(context).id();
    var pool = desk.database().pool();
    desk.audit().record(pool, by, "delivery.retried", "delivery " + id, new JsonObject());
    pages.done(context, "/admin/health");
  }

  private static long number(@org.jspecify.annotations.Nullable String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }
}
