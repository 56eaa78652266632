package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;

/// The hands of browsers and outside drivers, below `/control`: what [Simulator] offers, as
/// JSON.
final class ControlApi {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final State state;
  private final Platform platform;

  ControlApi(State state, Platform platform) {
    this.state = state;
    this.platform = platform;
  }

  void mount(Router router) {
    router.route("/control/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    router.route("/control/*").method(HttpMethod.POST).handler(this::demandJson);
    router.get("/control/state").handler(read(_ -> ControlView.state(state, platform)));
    router.get("/control/chats").handler(read(this::chats));
    router.get("/control/chats/:chat").handler(read(this::chat));
    router.get("/control/faults").handler(read(_ -> state.faults.toJson()));
    router.get("/control/violations").handler(read(_ -> ControlView.violations(state)));
    router.get("/control/media/:id").handler(this::media);
    router.delete("/control/faults").handler(read(_ -> changed(state.faults::clear)));
    router.delete("/control/violations").handler(read(_ -> changed(state.violations::clear)));
    router.delete("/control/members/:id").handler(read(this::remove));
    acts(router);
    new ControlEvents(state).mount(router);
  }

  private void acts(Router router) {
    var acts = new ControlActs(state, platform);
    router.post("/control/say").handler(act(acts::say));
    router.post("/control/send").handler(act(acts::send));
    router.post("/control/tap").handler(act(acts::tap));
    router.post("/control/judge").handler(act(acts::judge));
    router.post("/control/enter").handler(act(acts::enter));
    router.post("/control/menu").handler(act(acts::openMenu));
    router.post("/control/callbacks").handler(act(acts::callbacks));
    router.post("/control/clock").handler(act(acts::clock));
    router.post("/control/faults").handler(act(acts::breakNetwork));
    router.post("/control/members").handler(act(acts::addMember));
    router.post("/control/departments").handler(act(acts::addDepartment));
    router.post("/control/tags").handler(act(acts::addTag));
    router.post("/control/groups").handler(act(acts::addGroup));
  }

  /// Browsers send JSON to another site only if that site allows it, and this one does not.
  private void demandJson(RoutingContext context) {
    var type = context.request().getHeader("Content-Type");
    if (type != null && type.startsWith("application/json")) {
      context.next();
    } else {
      fail(context, 415, "send application/json");
    }
  }

  private JsonObject chats(RoutingContext context) {
    var member = memberOf(context.request().getParam("as", ""));
    return new JsonObject().put("chats", ControlView.chats(state, member));
  }

  private JsonObject chat(RoutingContext context) {
    var viewer = context.request().getParam("as", "");
    var messages = new JsonArray();
    state
        .chats
        .of(context.pathParam("chat"))
        .forEach(message -> messages.add(Bubble.of(message, viewer).toJson()));
    return new JsonObject().put("messages", messages);
  }

  private void media(RoutingContext context) {
    try {
      var item = state.alone(() -> state.media.get(context.pathParam("id")));
      context
          .response()
          .putHeader("Content-Type", item.contentType())
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Cache-Control", "max-age=86400")
          .end(item.bytes());
    } catch (Refusal refusal) {
      fail(context, 404, refusal.why());
    }
  }

  private JsonObject remove(RoutingContext context) {
    state.company.remove(context.pathParam("id"));
    return new JsonObject();
  }

  private Member memberOf(String userid) {
    return state
        .alone(() -> state.company.member(userid))
        .orElseThrow(() -> new IllegalArgumentException("no member " + userid));
  }

  private static JsonObject changed(Runnable work) {
    work.run();
    return new JsonObject();
  }

  private Handler<RoutingContext> read(Function<RoutingContext, JsonObject> answer) {
    return context -> {
      try {
        json(context, state.alone(() -> answer.apply(context)));
      } catch (IllegalArgumentException wrong) {
        fail(context, 400, String.valueOf(wrong.getMessage()));
      }
    };
  }

  private static Handler<RoutingContext> act(Function<JsonObject, ? extends Future<?>> work) {
    return context -> {
      try {
        work.apply(context.body().asJsonObject())
            .onSuccess(
                result -> json(context, result instanceof JsonObject o ? o : new JsonObject()))
            .onFailure(failure -> fail(context, 409, String.valueOf(failure.getMessage())));
      } catch (RuntimeException wrong) {
        fail(context, 400, String.valueOf(wrong.getMessage()));
      }
    };
  }

  private static void json(RoutingContext context, JsonObject answer) {
    context.response().putHeader("Content-Type", "application/json").end(answer.toBuffer());
  }

  private static void fail(RoutingContext context, int status, String why) {
    context.response().setStatusCode(status);
    json(context, new JsonObject().put("error", why));
  }
}
