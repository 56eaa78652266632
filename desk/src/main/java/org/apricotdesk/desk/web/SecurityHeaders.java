package org.apricotdesk.desk.web;

import io.vertx.ext.web.RoutingContext;

/// What every page tells the browser to refuse.
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  private SecurityHeaders() {}

  static void add(RoutingContext context) {
    context
        .response()
        .putHeader("content-security-policy", POLICY)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("referrer-policy", "same-origin")
        .putHeader("x-frame-options", "SAMEORIGIN");
    context.next();
  }
}
