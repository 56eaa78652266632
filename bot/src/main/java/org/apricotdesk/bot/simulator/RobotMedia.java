package org.apricotdesk.bot.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apricotdesk.bot.wecom.AesCbc;

/// Pictures and files for the robot: encrypted, to be fetched within five minutes.
/// Source: document/path/100719.
final class RobotMedia {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Parcel(Buffer bytes, Instant expires) {}

  private final State state;
  private final Map<String, Parcel> parcels = new HashMap<>();

  RobotMedia(State state) {
    this.state = state;
  }

  void mount(Router router) {
    router.get("/media/:id").handler(this::serve);
  }

  /// What the robot's service gets of a message: media ids become addresses.
  JsonObject outbound(String type, JsonObject content) {
    var part = content.getJsonObject(type);
    return switch (type) {
      case "image", "file", "video" -> parcel(part.getString("media_id"));
      case "mixed" -> {
        var items = new JsonArray();
        part.getJsonArray("msg_item").forEach(item -> items.add(item((JsonObject) item)));
        yield new JsonObject().put("msg_item", items);
      }
      default -> part;
    };
  }

  private JsonObject item(JsonObject item) {
    var type = item.getString("msgtype");
    return new JsonObject().put("msgtype", type).put(type, outbound(type, item));
  }

  private JsonObject parcel(String mediaId) {
    return state.alone(
        () -> {
          var plain = state.media.get(mediaId).bytes().getBytes();
          var socket = state.settings.robot().transport() == Robot.Transport.SOCKET;
          var key = socket ? freshKey() : state.settings.robot().aesKey();
          var id = Random.word(32);
          var sealed = Buffer.buffer(AesCbc.of(key).encrypt(plain));
          parcels.put(id, new Parcel(sealed, state.clock.instant().plus(LIFE)));
          var part = new JsonObject().put("url", state.apiUrl() + "/media/" + id);
          return socket ? part.put("aeskey", key) : part;
        });
  }

  private void serve(RoutingContext context) {
    var parcel = state.alone(() -> parcels.get(context.pathParam("id")));
    if (parcel == null || parcel.expires().isBefore(state.clock.instant())) {
      context.response().setStatusCode(403).end();
    } else {
      context.response().putHeader("Content-Type", "application/octet-stream").end(parcel.bytes());
    }
  }

  private static String freshKey() {
    var key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().withoutPadding().encodeToString(key);
  }
}
