package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    router.post("/control/say").handler(act(this::say));
    router.post("/control/send").handler(act(this::send));
    router.post("/control/tap").handler(act(this::tap));
    router.post("/control/enter").handler(act(b -> platform.enters(member(b), chatOf(b))));
    router
        .post("/control/menu")
        .handler(act(b -> platform.opensMenu(member(b), chatOf(b), b.getString("key"))));
    router.post("/control/callbacks").handler(act(this::callbacks));
    router.post("/control/clock").handler(act(this::clock));
    router.post("/control/faults").handler(act(b -> done(() -> state.faults.apply(b))));
    router.post("/control/members").handler(act(b -> done(() -> state.company.add(newMember(b)))));
    router.post("/control/departments").handler(act(this::department));
    router.post("/control/groups").handler(act(b -> done(() -> state.company.add(newGroup(b)))));
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

  private Future<Void> say(JsonObject body) {
    var text = new JsonObject().put("content", body.getString("text", ""));
    var content = new JsonObject().put("msgtype", "text").put("text", text);
    var quote = body.getString("quote", "");
    if (!quote.isEmpty()) {
      var words = new JsonObject().put("content", quote);
      content.put("quote", new JsonObject().put("msgtype", "text").put("text", words));
    }
    return platform.says(member(body), chatOf(body), content);
  }

  private Future<Void> send(JsonObject body) {
    var type = body.getString("msgtype", "image");
    var bytes = Buffer.buffer(Base64.getDecoder().decode(body.getString("base64", "")));
    var id =
        state.alone(
            () -> {
              state.media.check(type, bytes);
              return state.media.store(type, body.getString("name", "picture.png"), bytes);
            });
    var picture = new JsonObject().put("media_id", id).put("content", body.getString("text", ""));
    var content = new JsonObject().put("msgtype", type).put(type, picture);
    return platform.says(
        member(body),
        chatOf(body),
        body.getString("mention", "").isEmpty() ? content : mixed(body, type, picture));
  }

  private static JsonObject mixed(JsonObject body, String type, JsonObject picture) {
    var words = new JsonObject().put("content", body.getString("mention"));
    var items =
        new JsonArray()
            .add(new JsonObject().put("msgtype", "text").put("text", words))
            .add(new JsonObject().put("msgtype", type).put(type, picture));
    return new JsonObject()
        .put("msgtype", "mixed")
        .put("mixed", new JsonObject().put("msg_item", items));
  }

  private Future<JsonObject> tap(JsonObject body) {
    Map<String, List<String>> selected = new HashMap<>();
    body.getJsonObject("selected", new JsonObject())
        .forEach(entry -> selected.put(entry.getKey(), strings((JsonArray) entry.getValue())));
    return platform
        .taps(
            member(body),
            chatOf(body),
            body.getString("message", ""),
            body.getString("label", ""),
            selected)
        .map(url -> new JsonObject().put("url", url));
  }

  private Future<Void> callbacks(JsonObject body) {
    if (body.containsKey("trustedDomain")) {
      state.change(() -> state.callbacks.trustedDomain(body.getString("trustedDomain")));
    }
    Future<Void> saved = Future.succeededFuture();
    if (body.containsKey("app")) {
      var uri = List.of(URI.create(body.getString("app")));
      saved = saved.compose(_ -> platform.saveAppCallback(state.settings.app(), uri));
    }
    if (body.containsKey("robot")) {
      var uri = List.of(URI.create(body.getString("robot")));
      saved = saved.compose(_ -> platform.saveRobotCallback(uri));
    }
    return saved;
  }

  private Future<Void> clock(JsonObject body) {
    if (body.containsKey("at")) {
      state.clock.set(Instant.parse(body.getString("at")));
    } else {
      state.clock.advance(Duration.ofSeconds(body.getLong("advanceSeconds", 0L)));
    }
    return Future.succeededFuture();
  }

  private Future<Void> department(JsonObject body) {
    var department =
        new Department(
            body.getInteger("id"),
            body.getString("name", ""),
            body.getInteger("parent", Department.ROOT));
    return done(() -> state.company.add(department));
  }

  private static Member newMember(JsonObject body) {
    var departments =
        body.getJsonArray("departments", new JsonArray().add(Department.ROOT)).stream()
            .map(Integer.class::cast)
            .toList();
    return new Member(
        body.getString("userid", ""),
        body.getString("name", ""),
        departments,
        body.getString("position", ""));
  }

  private static Group newGroup(JsonObject body) {
    return new Group(
        body.getString("chatid", ""),
        body.getString("name", ""),
        strings(body.getJsonArray("members", new JsonArray())),
        body.getString("webhookKey", ""));
  }

  private static List<String> strings(JsonArray array) {
    var strings = new ArrayList<String>();
    array.forEach(item -> strings.add(String.valueOf(item)));
    return strings;
  }

  private Member member(JsonObject body) {
    return memberOf(body.getString("as", ""));
  }

  private Member memberOf(String userid) {
    return state
        .alone(() -> state.company.member(userid))
        .orElseThrow(() -> new IllegalArgumentException("no member " + userid));
  }

  /// A group's chatid, `app` or `robot` for the own chat with one of them, or a chat's full
  /// key.
  private String chatOf(JsonObject body) {
    var chat = body.getString("chat", "app");
    return switch (chat) {
      case "app" -> state.settings.app().chatWith(body.getString("as", ""));
      case "robot" -> Robot.chatWith(body.getString("as", ""));
      default -> chat;
    };
  }

  private Future<Void> done(Runnable work) {
    state.change(work);
    return Future.succeededFuture();
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
