package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a driver can make members, the clock and the network do; each act is one JSON object.
final class ControlActs {
  private final State state;
  private final Platform platform;

  ControlActs(State state, Platform platform) {
    this.state = state;
    this.platform = platform;
  }

  Future<Void> enter(JsonObject body) {
    return platform.enters(member(body), chatOf(body));
  }

  Future<Void> openMenu(JsonObject body) {
    return platform.opensMenu(member(body), chatOf(body), body.getString("key", ""));
  }

  Future<Void> breakNetwork(JsonObject body) {
    return done(() -> state.faults.apply(body));
  }

  Future<Void> addMember(JsonObject body) {
    return done(() -> state.company.add(newMember(body)));
  }

  Future<Void> addGroup(JsonObject body) {
    return done(() -> state.company.add(newGroup(body)));
  }

  Future<Void> say(JsonObject body) {
    var text = new JsonObject().put("content", body.getString("text", ""));
    var content = new JsonObject().put("msgtype", "text").put("text", text);
    var quote = body.getString("quote", "");
    if (!quote.isEmpty()) {
      var words = new JsonObject().put("content", quote);
      content.put("quote", new JsonObject().put("msgtype", "text").put("text", words));
    }
    return platform.says(member(body), chatOf(body), content);
  }

  Future<Void> send(JsonObject body) {
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

  Future<JsonObject> tap(JsonObject body) {
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

  /// `thumb`: 1 good, 2 bad, 3 taken back.
  Future<Void> judge(JsonObject body) {
    var reasons =
        body.getJsonArray("reasons", new JsonArray()).stream().map(Integer.class::cast).toList();
    var message = body.getString("message", "");
    return platform.judges(
        member(body), chatOf(body), message, body.getInteger("thumb", 0), reasons);
  }

  Future<Void> addTag(JsonObject body) {
    var departments =
        body.getJsonArray("departments", new JsonArray()).stream()
            .map(Integer.class::cast)
            .toList();
    var tag =
        new Tag(
            body.getInteger("id"),
            body.getString("name", ""),
            strings(body.getJsonArray("members", new JsonArray())),
            departments);
    return done(() -> state.company.add(tag));
  }

  Future<Void> callbacks(JsonObject body) {
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

  Future<Void> clock(JsonObject body) {
    if (body.containsKey("at")) {
      state.clock.set(Instant.parse(body.getString("at")));
    } else {
      state.clock.advance(Duration.ofSeconds(body.getLong("advanceSeconds", 0L)));
    }
    return Future.succeededFuture();
  }

  Future<Void> addDepartment(JsonObject body) {
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
    var userid = body.getString("as", "");
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
}
