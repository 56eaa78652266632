package org.apricotdesk.bot.simulator;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// The platform's sign-in pages. Whose phone the browser is stands in a cookie that the
/// simulator's
/// own page sets; without it the page asks. Source: document/path/91022, 98152.
final class SignInPages {
  private static final String PHONE = "simulated_phone";

  private final State state;
  private final SignInApi signIn;

  SignInPages(State state, SignInApi signIn) {
    this.state = state;
    this.signIn = signIn;
  }

  void mount(Router router) {
    router.get("/connect/oauth2/authorize").handler(this::insideWeCom);
    router.get("/wwlogin/sso/login").handler(context -> scan(context, "appid"));
    router.get("/wwopen/sso/qrConnect").handler(context -> scan(context, "appid"));
    router.get("/open").handler(this::open);
  }

  /// Opens a page on somebody's phone: `as` says whose, `url` says which page.
  private void open(RoutingContext context) {
    var url = context.request().getParam("url", "");
    if (!url.matches("https?://.+")) {
      context.response().setStatusCode(400).end("url is not a page");
      return;
    }
    var as = context.request().getParam("as", "");
    context.response().addCookie(Cookie.cookie(PHONE, as).setPath("/").setHttpOnly(true));
    context.redirect(url);
  }

  private void insideWeCom(RoutingContext context) {
    var cookie = context.request().getCookie(PHONE);
    var phone = cookie == null ? "" : cookie.getValue();
    var chosen = context.request().getParam("as", phone);
    if (refused(context, "appid")) {
      return;
    }
    var member = state.alone(() -> state.company.member(chosen));
    if (member.isPresent()) {
      goBack(context, member.get());
    } else {
      ask(context);
    }
  }

  private void scan(RoutingContext context, String corp) {
    if (refused(context, corp)) {
      return;
    }
    var member = state.alone(() -> state.company.member(context.request().getParam("as", "")));
    if (member.isPresent()) {
      goBack(context, member.get());
    } else {
      ask(context);
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

  private void goBack(RoutingContext context, Member member) {
    var request = context.request();
    var code = state.alone(() -> signIn.mint(member.userid(), isPrivate(request)));
    var redirect = request.getParam("redirect_uri", "");
    var back =
        redirect
            + (redirect.contains("?") ? "&" : "?")
            + "code="
            + code
            + "&state="
            + encoded(request.getParam("state", ""));
    context.redirect(back);
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
