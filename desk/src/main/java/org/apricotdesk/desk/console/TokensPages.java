package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Web;

/// Makes and revokes tokens for programs that call the API.
final class TokensPages {
  private static final Rule ADMINISTRATORS = Rule.anyOf(Role.DIRECTOR, Role.SYSADMIN);

  private final Desk desk;
  private final Pages pages;

  TokensPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/tokens", ADMINISTRATORS, c -> show(c, 200, Optional.empty(), Optional.empty()))
        .post("/admin/tokens", ADMINISTRATORS, this::create)
        .post("/admin/tokens/revoke", ADMINISTRATORS, this::revoke);
  }

  private void show(
      RoutingContext context, int status, Optional<String> fresh, Optional<String> problem) {
    var caller = Web.caller(context);
    var roles = Stream.of(Role.values()).filter(r -> desk.access().mayGive(caller, r)).toList();
    var page = new TokensPage(roles, desk.tokens().issued(), fresh, problem);
    pages.showIn(context, status, "tokens", "console/tokens", page);
  }

  /// Answers with the page itself instead of leading on: the token is shown now or never.
  private void create(RoutingContext context) {
    try {
      var role = Role.of(field(context, "role"));
      var name = field(context, "name");
      if (!desk.access().mayGive(Web.caller(context), role)) {
        context.fail(403);
        return;
      }
      var token = desk.tokens().create(name, role);
      record(context, "token.created", name, new JsonObject().put("role", role.code()));
      show(context, 200, Optional.of(token), Optional.empty());
    } catch (IllegalArgumentException _) {
      show(context, 400, Optional.empty(), Optional.of("tokens.malformed"));
    }
  }

  private void revoke(RoutingContext context) {
    var name = field(context, "name");
    if (desk.tokens().revoke(name)) {
      record(context, "token.revoked", name, new JsonObject());
      pages.done(context, "/admin/tokens");
    } else {
      show(context, 400, Optional.empty(), Optional.of("tokens.unknown"));
    }
  }

  private void record(RoutingContext context, String action, String name, JsonObject detail) {
    var by = Web.caller(context).id();
    desk.audit().record(desk.database().pool(), by, action, "token " + name, detail);
  }

  private static String field(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("").strip();
  }
}
