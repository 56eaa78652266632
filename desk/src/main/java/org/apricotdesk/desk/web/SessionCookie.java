package org.apricotdesk.desk.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// The cookies of sign-in: out of reach for scripts and other sites.
///
/// @param secure sent over TLS only; off where the public address is plain http
record SessionCookie(boolean secure) {
  private static final String SESSION = "apricot";
  private static final String STATE = "apricot_state";

  /// How long somebody may take on WeCom's page.
  private static final int STATE_SECONDS = 600;

  Optional<String> session(RoutingContext context) {
    return read(context, SESSION);
  }

  void open(RoutingContext context, String word) {
    write(context, SESSION, word);
  }

  void close(RoutingContext context) {
    context.response().addCookie(cookie(SESSION, "").setMaxAge(0));
  }

  Optional<String> state(RoutingContext context) {
    return read(context, STATE);
  }

  void state(RoutingContext context, String word) {
    context.response().addCookie(cookie(STATE, word).setMaxAge(STATE_SECONDS));
  }

  private Optional<String> read(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
  }

  private void write(RoutingContext context, String name, String value) {
    context.response().addCookie(cookie(name, value));
  }

  private Cookie cookie(String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}
