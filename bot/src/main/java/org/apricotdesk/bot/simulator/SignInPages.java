package org.apricotdesk.bot.simulator;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// The platform's sign-in pages. A page opened on a member's phone signs her in silently; a
/// browser
/// of its own is asked who signs in. Source: document/path/91022, 98152.
///
/// Phones side by side in one browser would share their cookies, so each gets a host of its own
/// where the service runs on this machine: `sunlili.localhost`.
final class SignInPages {
  private static final String PHONE = "simulated_phone";
  private static final long PHONE_SECONDS = 60;
  private static final String LOCAL = "://localhost";

  private final State state;
  private final SignInApi signIn;

  SignInPages(State state, SignInApi signIn) {
    this.state = state;
    this.signIn = signIn;
  }

  void mount(Router router) {
    router.get("/connect/oauth2/authorize").handler(this::authorize);
    router.get("/wwlogin/sso/login").handler(this::authorize);
    router.get("/wwopen/sso/qrConnect").handler(this::authorize);
    router.get("/open").handler(this::open);
  }

  /// Opens a page on somebody's phone: `as` says whose, `url` says which page.
  private void open(RoutingContext context) {
    var request = context.request();
    var url = request.getParam("url", "");
    var phone = request.getParam("as", "");
    if (!url.matches("https?://.+") || state.alone(() -> state.company.member(phone)).isEmpty()) {
      context.response().setStatusCode(400).end("no such page or phone");
    } else if (!state.url().endsWith("//" + request.authority())) {
      context.redirect(state.url() + request.uri());
    } else {
      context
          .response()
          .addCookie(
              Cookie.cookie(PHONE, phone).setPath("/").setHttpOnly(true).setMaxAge(PHONE_SECONDS));
      context.redirect(onPhone(url, phone));
    }
  }

  private static String onPhone(String url, String phone) {
    return phone.matches("[A-Za-z0-9\\-]+")
        ? url.replaceFirst("^http" + LOCAL, "http://" + Member.key(phone) + ".localhost")
        : url;
  }

  private void authorize(RoutingContext context) {
    if (refused(context, "appid")) {
      return;
    }
    var cookie = context.request().getCookie(PHONE);
    var phone = cookie == null ? "" : cookie.getValue();
    var chosen = context.request().getParam("as", phone);
    var member = state.alone(() -> state.company.member(chosen));
    if (member.isEmpty()) {
      ask(context);
    } else if (phone.isEmpty()) {
      context.redirect(back(context.request(), member.get()));
    } else {
      context.response().removeCookie(PHONE);
      context.redirect(onPhone(back(context.request(), member.get()), phone));
    }
  }

  private boolean refused(RoutingContext context, String corp) {
    var request = context.request();
    var redirect = request.getParam("redirect_uri", "");
    var why = "";
    if (!request.getParam(corp, "").equals(state.settings.corpId())) {
      why = "40013 invalid corpid";
    } else if (!request.getParam("state", "").matches("[a-zA-Z0-9]{0,128}")) {
      why = "84025 invalid state";
    } else if (!redirect.matches("https?://.+")
        || !state.alone(() -> state.callbacks.trusts(redirect))) {
      why = "50001 redirect_uri is not of a trusted domain";
    } else if (isPrivate(request) && request.getParam("agentid", "").isEmpty()) {
      why = "41011 agentid missing";
    }
    if (!why.isEmpty()) {
      var broken = why;
      state.change(() -> state.violations.add("sign-in page", broken));
      context.response().putHeader("Content-Type", "text/plain; charset=UTF-8").end(why);
    }
    return !why.isEmpty();
  }

  private static boolean isPrivate(HttpServerRequest request) {
    return request.getParam("scope", "").equals("snsapi_privateinfo");
  }

  private String back(HttpServerRequest request, Member member) {
    var code = state.alone(() -> signIn.mint(member.userid(), isPrivate(request)));
    var redirect = request.getParam("redirect_uri", "");
    return redirect
        + (redirect.contains("?") ? "&" : "?")
        + "code="
        + code
        + "&state="
        + encoded(request.getParam("state", ""));
  }

  private void ask(RoutingContext context) {
    var texts = PageTexts.of(context);
    var address = context.request().absoluteURI().replaceAll("#.*$", "");
    var members =
        state.alone(
            () ->
                state.company.members().stream()
                    .map(m -> choice(address, m))
                    .collect(Collectors.joining("\n")));
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=UTF-8")
        .end(
            Resources.text("signin.html")
                .replace("{title}", texts.say("signin.title"))
                .replace("{hint}", texts.say("signin.hint"))
                .replace("{members}", members));
  }

  private static String choice(String address, Member member) {
    return "<li><a href=\"%s&amp;as=%s\"><b>%s</b> <small>%s</small></a></li>"
        .formatted(
            Resources.escaped(address),
            encoded(member.userid()),
            Resources.escaped(member.name()),
            Resources.escaped(member.position()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
