package org.apricotdesk.desk.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apricotdesk.desk.staff.Person;

/// Decides on each request to a page route: who is it, may they, is the form really theirs.
final class Gate {
  private static final String CALLER = "apricot.caller";
  private static final String GATE = "apricot.gate";
  private static final String SESSION = "apricot.session";

  private final Sessions sessions;
  private final SentForms forms;
  private final Callers callers;
  private final SessionCookie cookie;

  Gate(Sessions sessions, SentForms forms, Callers callers, SessionCookie cookie) {
    this.sessions = sessions;
    this.forms = forms;
    this.callers = callers;
    this.cookie = cookie;
  }

  void admit(RoutingContext context, RouteTable.Line line, Handler<RoutingContext> handler) {
    context.put(GATE, this);
    identify(context);
    var caller = caller(context);
    if (caller.isEmpty() && !(line.rule() instanceof Rule.Anyone)) {
      toSignIn(context);
    } else if (caller.isPresent() && !line.rule().allows(caller.get())) {
      context.fail(403);
    } else if (line.method().equals(HttpMethod.POST) && caller.isPresent()) {
      admitForm(context, caller.get(), handler);
    } else {
      handler.handle(context);
    }
  }

  private void identify(RoutingContext context) {
    cookie
        .session(context)
        .flatMap(sessions::find)
        .ifPresent(
            session -> {
              context.put(SESSION, session);
              callers.of(session.person()).ifPresent(caller -> context.put(CALLER, caller));
            });
  }

  private void admitForm(RoutingContext context, Person caller, Handler<RoutingContext> handler) {
    var form = context.request().formAttributes();
    var csrf = Optional.ofNullable(form.get("csrf"));
    if (csrf.filter(word -> Tokens.same(word, session(context).csrf())).isEmpty()) {
      context.fail(403);
      return;
    }
    var key = Optional.ofNullable(form.get("form")).filter(k -> k.length() <= 64);
    if (key.isEmpty() || forms.isFirst(key.get(), caller)) {
      handler.handle(context);
    } else {
      context.redirect(forms.location(key.get(), caller).orElse("/"));
    }
  }

  static void done(RoutingContext context, String location) {
    Optional.<Gate>ofNullable(context.get(GATE))
        .ifPresent(gate -> gate.remember(context, location));
    context.redirect(location);
  }

  private void remember(RoutingContext context, String location) {
    var form = context.request().formAttributes().get("form");
    if (form != null) {
      forms.answered(form, caller(context).orElseThrow(), location);
    }
  }

  private static void toSignIn(RoutingContext context) {
    var wish = context.request().method().equals(HttpMethod.GET) ? context.request().uri() : "/";
    context.redirect("/signin?to=" + Web.encoded(wish));
  }

  /// Whether the session of this request is still open, to be asked later on.
  static BooleanSupplier stillOpen(RoutingContext context) {
    Gate gate = Objects.requireNonNull(context.get(GATE));
    var word = gate.cookie.session(context).orElse("");
    return () -> gate.sessions.lives(word);
  }

  static Optional<Person> caller(RoutingContext context) {
    return Optional.ofNullable(context.get(CALLER));
  }

  static Session session(RoutingContext context) {
    return Optional.<Session>ofNullable(context.get(SESSION)).orElseThrow();
  }
}
