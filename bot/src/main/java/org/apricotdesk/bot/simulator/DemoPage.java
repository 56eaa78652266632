package org.apricotdesk.bot.simulator;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/// The page on which people try the product: several phones side by side.
final class DemoPage {
  private static final Map<String, String> FILES =
      Map.of(
          "simulator.css", "text/css",
          "simulator.js", "text/javascript",
          "cards.js", "text/javascript",
          "tour.js", "text/javascript",
          "panel.js", "text/javascript",
          "samples.js", "text/javascript");

  void mount(Router router) {
    router.get("/").handler(this::page);
    router.get("/texts.json").handler(this::texts);
    router.get("/page/:file").handler(this::file);
  }

  private void page(RoutingContext context) {
    send(context, "text/html", "index.html");
  }

  private void file(RoutingContext context) {
    var name = context.pathParam("file");
    var type = FILES.get(name);
    if (type == null) {
      context.next();
    } else {
      send(context, type, name);
    }
  }

  private void texts(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .end(PageTexts.of(context).all().toBuffer());
  }

  private static void send(RoutingContext context, String type, String file) {
    context
        .response()
        .putHeader("Content-Type", type + "; charset=UTF-8")
        .putHeader("Cache-Control", "no-cache")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'self'")
        .end(Resources.bytes(file));
  }
}
