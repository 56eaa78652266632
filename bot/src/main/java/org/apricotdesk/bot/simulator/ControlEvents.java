package org.apricotdesk.bot.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;

/// Tells browsers by server-sent events which chats have changed.
final class ControlEvents {
  private final State state;

  ControlEvents(State state) {
    this.state = state;
  }

  void mount(Router router) {
    router.get("/control/events").handler(this::stream);
  }

  private void stream(RoutingContext context) {
    var response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=UTF-8")
        .putHeader("Cache-Control", "no-store")
        .write("retry: 1000\n\n");
    var loop = Vertx.currentContext();
    var stop =
        state.chats.watch(
            chats -> loop.runOnContext(_ -> response.write("data: " + event(chats) + "\n\n")));
    context.request().connection().closeHandler(_ -> stop.run());
    response.closeHandler(_ -> stop.run());
  }

  private static String event(Collection<String> chats) {
    return new JsonObject().put("chats", new JsonArray(List.copyOf(chats))).encode();
  }
}
