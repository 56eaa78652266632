package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// Connections, queues, index, backup; the messages that could not be sent, to send again; and the
/// events that could not be followed up, to be heard again.
final class HealthPages {
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);
  private static final int PAGE = 30;
  private static final String LISTENER = "listener";

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
        .post("/admin/health/retry", ADMINISTRATORS, this::retry)
        .post("/admin/health/hear", ADMINISTRATORS, this::hearAgain);
  }

  private void show(RoutingContext context) {
    var letters = upkeep.letters(number(context.request().getParam("before")), PAGE + 1);
    var more =
        letters.size() > PAGE
            ? Optional.of("/admin/health?before=" + letters.get(PAGE - 1).id())
            : Optional.<String>empty();
    var speech = pages.speech(context);
    var shown = letters.stream().limit(PAGE).toList();
    var page = new HealthPage(signs(speech), shown, more, parked(speech));
    pages.showIn(context, "health", "console/health", page);
  }

  /// What needs somebody comes first; listeners that keep up share one line.
  private List<HealthPage.Sign> signs(Speech speech) {
    var signs = upkeep.signs();
    var keepingUp = signs.stream().filter(HealthPages::keepsUp).count();
    var others =
        signs.stream()
            .filter(sign -> !keepsUp(sign))
            .map(
                sign -> new HealthPage.Sign(sign.name(), sign.state(), said(speech, sign.value())));
    var together =
        new HealthPage.Sign(
            LISTENER, Upkeep.State.GOOD, speech.say("health.value.listeners", keepingUp));
    return Stream.concat(others, Stream.of(together).filter(_ -> keepingUp > 0))
        .sorted(Comparator.comparing(HealthPage.Sign::state).reversed())
        .toList();
  }

  private static boolean keepsUp(Upkeep.Sign sign) {
    return sign.name().equals(LISTENER) && sign.state() == Upkeep.State.GOOD;
  }

  private List<HealthPage.Parked> parked(Speech speech) {
    return desk.events().parked(desk.database().pool(), PAGE).stream()
        .map(one -> new HealthPage.Parked(listener(speech, one.listener()), one))
        .toList();
  }

  private static String listener(Speech speech, String name) {
    return said(speech, new Upkeep.Reading("listener." + name, List.of()));
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
    done(context, "delivery.retried", "delivery " + id, new JsonObject());
  }

  private void hearAgain(RoutingContext context) {
    var listener = Optional.ofNullable(context.request().getFormAttribute("listener")).orElse("");
    var position = number(context.request().getFormAttribute("position"));
    if (!desk.events().hearAgain(desk.database().pool(), listener, position)) {
      context.fail(409);
      return;
    }
    var detail = new JsonObject().put("listener", listener);
    done(context, "event.heard-again", "event " + position, detail);
  }

  private void done(RoutingContext context, String action, String object, JsonObject detail) {
    var by = Web.caller(context).id();
    desk.audit().record(desk.database().pool(), by, action, object, detail);
    pages.done(context, "/admin/health");
  }

  private static long number(@org.jspecify.annotations.Nullable String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }
}
