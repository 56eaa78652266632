package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// Who did what: the audit log to read, by person or by thing. Reading it leaves a line of its own.
final class AuditPages {
  private static final Rule AUDITORS =
      Rule.anyOf(Role.AUDITOR, Role.DIRECTOR, Role.DEPUTY_DIRECTOR, Role.SYSADMIN);
  private static final int PAGE = 50;

  private final Desk desk;
  private final Pages pages;

  AuditPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/audit", AUDITORS, this::show)
        .get("/admin/audit/verify", AUDITORS, this::verify);
  }

  private void show(RoutingContext context) {
    show(context, Optional.empty());
  }

  private void verify(RoutingContext context) {
    show(context, Optional.of(desk.audit().verify()));
  }

  private void show(RoutingContext context, Optional<Optional<Long>> broken) {
    var typed = field(context, "actor");
    var actor = desk.people().called(typed).map(one -> one.id().value()).orElse(typed);
    var object = field(context, "object");
    var lines = desk.audit().page(actor, object, before(context), PAGE + 1);
    var detail = new JsonObject().put("actor", actor).put("object", object);
    desk.audit()
        .record(desk.database().pool(), Web.caller(context).id(), "audit.read", "audit", detail);
    var speech = pages.speech(context);
    var shown = lines.stream().limit(PAGE).map(line -> line(line.entry(), speech)).toList();
    var more =
        lines.size() > PAGE
            ? Optional.of(more(actor, object, lines.get(PAGE - 1).position()))
            : Optional.<String>empty();
    pages.showIn(
        context, "audit", "console/audit", new AuditPage(typed, object, shown, more, broken));
  }

  private AuditPage.Line line(Audit.Entry entry, Speech speech) {
    var key = "audit." + entry.action();
    var nouns = new Nouns(speech);
    return new AuditPage.Line(
        entry.at(),
        nouns.actor(desk.people(), entry.actor()),
        speech.has(key) ? speech.say(key) : entry.action(),
        nouns.thing(entry.object()),
        entry.detail().stream()
            .filter(one -> !String.valueOf(one.getValue()).isBlank())
            .map(one -> label(speech, one.getKey()) + "：" + words(speech, one))
            .collect(Collectors.joining("；")));
  }

  private static String label(Speech speech, String field) {
    return speech.has("column." + field) ? speech.say("column." + field) : field;
  }

  /// A change is a pair of what was and what is.
  private static String words(Speech speech, Map.Entry<String, Object> one) {
    var field = one.getKey();
    if (one.getValue() instanceof JsonArray pair
        && pair.size() == 2
        && pair.getValue(0) instanceof JsonArray was
        && pair.getValue(1) instanceof JsonArray is)
      return list(speech, field, was) + " → " + list(speech, field, is);
    return one.getValue() instanceof JsonArray list
        ? list(speech, field, list)
        : word(speech, field, String.valueOf(one.getValue()));
  }

  private static String list(Speech speech, String field, JsonArray values) {
    return values.isEmpty()
        ? "—"
        : speech.list(
            values.stream().map(value -> word(speech, field, String.valueOf(value))).toList());
  }

  /// Roles go by their names, everything else as it stands in the log.
  private static String word(Speech speech, String field, String value) {
    var isRole = field.equals("role") || field.equals("roles");
    return isRole && speech.has("role." + value) ? speech.say("role." + value) : value;
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name))
        .map(String::strip)
        .filter(value -> value.length() <= 100)
        .orElse("");
  }

  private static long before(RoutingContext context) {
    var typed = field(context, "before");
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }

  private static String more(String actor, String object, long before) {
    return "/admin/audit?"
        + List.of(
                "actor=" + Web.encoded(actor), "object=" + Web.encoded(object), "before=" + before)
            .stream()
            .collect(Collectors.joining("&"));
  }
}
