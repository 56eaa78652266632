package org.apricotdesk.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;

/// Coming in and going out: through WeCom or a one-time link from a card, and no other way.
final class SignIn {
  private static final String INSIDE_WECOM = "wxwork/";

  private final URI callback;
  private final Identity identity;
  private final Sessions sessions;
  private final SignInLinks links;
  private final Callers callers;
  private final SessionCookie cookie;
  private final Pages pages;

  SignIn(
      URI publicUrl,
      Identity identity,
      Sessions sessions,
      SignInLinks links,
      Callers callers,
      SessionCookie cookie,
      Pages pages) {
    this.callback = publicUrl.resolve("/signin/back");
    this.identity = identity;
    this.sessions = sessions;
    this.links = links;
    this.callers = callers;
    this.cookie = cookie;
    this.pages = pages;
  }

  void addTo(RouteTable routes) {
    routes
        .get("/signin", Rule.anyone("where one signs in"), this::offer)
        .get("/signin/wecom", Rule.anyone("leads to WeCom's own sign-in"), this::toWeCom)
        .get("/signin/back", Rule.anyone("WeCom sends the browser back here"), this::back)
        .get("/enter/:token", Rule.anyone("the one-time link is the proof"), this::enter)
        .post("/signout", Rule.signedIn(), this::leave)
        .post("/signout/everywhere", Rule.signedIn(), this::leaveEverywhere);
  }

  private void offer(RoutingContext context) {
    var target = LocalTarget.of(parameter(context, "to").orElse("/"));
    if (insideWeCom(context) && identity.isOffered()) {
      toWeCom(context, target);
    } else {
      show(context, 200, target);
    }
  }

  private void show(RoutingContext context, int status, LocalTarget target) {
    var page = new SignInPage(target.path(), identity.isOffered(), status != 200);
    pages.show(context, status, "signin", page);
  }

  private void refuse(RoutingContext context) {
    show(context, 403, LocalTarget.of("/"));
  }

  private void toWeCom(RoutingContext context) {
    if (!identity.isOffered()) refuse(context);
    else toWeCom(context, LocalTarget.of(parameter(context, "to").orElse("/")));
  }

  /// The state is letters and digits only (WeCom refuses others) and bound to this browser.
  private void toWeCom(RoutingContext context, LocalTarget target) {
    var state = Tokens.fresh().replaceAll("[^0-9A-Za-z]", "0");
    var path =
        Base64.getUrlEncoder().withoutPadding().encodeToString(target.path().getBytes(UTF_8));
    cookie.state(context, state + "." + path);
    context.redirect(identity.authorize(insideWeCom(context), callback, state).toString());
  }

  private void back(RoutingContext context) {
    var state = cookie.state(context).map(word -> word.split("\\.", 2)).filter(w -> w.length == 2);
    var same =
        state.isPresent()
            && parameter(context, "state").filter(s -> Tokens.same(s, state.get()[0])).isPresent();
    var person = same ? parameter(context, "code").flatMap(identity::whoIs) : noOne();
    if (person.filter(p -> callers.of(p).isPresent()).isPresent()) {
      var target = new String(Base64.getUrlDecoder().decode(state.orElseThrow()[1]), UTF_8);
      open(context, person.get(), LocalTarget.of(target));
    } else {
      refuse(context);
    }
  }

  /// A link that was used leads its person on for as long as the session lasts: people tap the same
  /// message again.
  private void enter(RoutingContext context) {
    var use = links.use(context.pathParam("token"));
    if (use.filter(u -> callers.of(u.person()).isPresent()).isPresent()) {
      open(context, use.get().person(), LocalTarget.of(use.get().target()));
    } else {
      Gate.caller(context)
          .flatMap(caller -> links.targetFor(context.pathParam("token"), caller.id()))
          .ifPresentOrElse(target -> context.redirect(target), () -> refuse(context));
    }
  }

  /// A fresh id at each sign-in: whatever the browser held before opens nothing.
  private void open(RoutingContext context, PersonId person, LocalTarget target) {
    cookie.session(context).ifPresent(sessions::close);
    cookie.open(context, sessions.open(person));
    context.redirect(target.path());
  }

  private void leave(RoutingContext context) {
    cookie.session(context).ifPresent(sessions::close);
    cookie.close(context);
    context.redirect("/signin");
  }

  private void leaveEverywhere(RoutingContext context) {
    sessions.closeAll(Gate.session(context).person());
    cookie.close(context);
    context.redirect("/signin");
  }

  private static boolean insideWeCom(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.USER_AGENT))
        .filter(agent -> agent.contains(INSIDE_WECOM))
        .isPresent();
  }

  private static Optional<String> parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name));
  }

  private static Optional<PersonId> noOne() {
    return Optional.empty();
  }
}
