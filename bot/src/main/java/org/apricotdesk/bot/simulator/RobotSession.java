package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/// One long connection: frames in, acknowledgements and events out.
final class RobotSession {
  private static final long SILENCE_MILLIS = 100_000;

  private final Vertx vertx;
  private final State state;
  private final ServerWebSocket socket;
  private final RobotSockets sockets;
  private final RobotReplies replies;
  private final Rate perChat;
  private final RobotUploads uploads;
  private final Map<String, Interaction> interactions = new HashMap<>();
  private boolean subscribed;
  private long silence = -1;

  RobotSession(
      Vertx vertx,
      State state,
      ServerWebSocket socket,
      RobotSockets sockets,
      RobotReplies replies,
      Rate perChat) {
    this.vertx = vertx;
    this.state = state;
    this.socket = socket;
    this.sockets = sockets;
    this.replies = replies;
    this.perChat = perChat;
    uploads = new RobotUploads(state);
    awaitNextFrame();
  }

  void receive(String text) {
    awaitNextFrame();
    if (state.faults.cutsSocketNow()) {
      close();
      return;
    }
    write(state.alone(() -> acknowledge(text)));
  }

  void push(String cmd, Interaction interaction, JsonObject body) {
    interactions.put(interaction.id(), interaction);
    write(frame(interaction.id()).put("cmd", cmd).put("body", body));
  }

  void evict() {
    var event =
        new JsonObject()
            .put("msgid", Random.word(16))
            .put("create_time", state.clock.instant().getEpochSecond())
            .put("aibotid", state.settings.robot().id())
            .put("msgtype", "event")
            .put(
                "event",
                new JsonObject()
                    .put("eventtype", "disconnected_event")
                    .put("disconnected_event", new JsonObject()));
    subscribed = false;
    write(frame(Random.word(16)).put("cmd", "aibot_event_callback").put("body", event));
  }

  void close() {
    vertx.cancelTimer(silence);
    socket.close();
  }

  private void awaitNextFrame() {
    vertx.cancelTimer(silence);
    if (state.guess(Guess.SILENT_CONNECTION_DROPPED)) {
      silence = vertx.setTimer(SILENCE_MILLIS, _ -> socket.close());
    }
  }

  private JsonObject acknowledge(String text) {
    var id = "";
    var cmd = "long connection";
    try {
      var frame = new JsonObject(text);
      id = frame.getJsonObject("headers", new JsonObject()).getString("req_id", "");
      cmd = frame.getString("cmd", "");
      unless(!id.isEmpty(), 846605, "req_id missing");
      var answer = carryOut(cmd, id, frame.getJsonObject("body", new JsonObject()));
      var ack = frame(id).put("errcode", 0).put("errmsg", "ok");
      return answer.isEmpty() ? ack : ack.put("body", answer);
    } catch (DecodeException | ClassCastException _) {
      return refused(cmd, id, new Refusal(40058, "wrong json format"));
    } catch (Refusal refusal) {
      return refused(cmd, id, refusal);
    }
  }

  private JsonObject refused(String cmd, String id, Refusal refusal) {
    state.violations.refused(cmd, refusal);
    return frame(id).put("errcode", refusal.code()).put("errmsg", refusal.why());
  }

  private JsonObject carryOut(String cmd, String id, JsonObject body) {
    unless(subscribed || cmd.equals("aibot_subscribe"), 846609, "not subscribed");
    state.faults.strike(cmd);
    switch (cmd) {
      case "aibot_subscribe" -> subscribe(body);
      case "ping" -> {}
      case "aibot_respond_msg" -> {
        var interaction = interaction(id);
        checkRate(interaction.chat());
        replies.toMessage(interaction, body, true);
      }
      case "aibot_respond_welcome_msg" -> replies.toEntering(interaction(id), body);
      case "aibot_respond_update_msg" -> replies.toClick(interaction(id), body);
      case "aibot_send_msg" -> send(body);
      case "aibot_upload_media_init" -> {
        return uploads.begin(body);
      }
      case "aibot_upload_media_chunk" -> uploads.chunk(body);
      case "aibot_upload_media_finish" -> {
        return uploads.finish(body);
      }
      default -> throw new Refusal(40058, "unknown cmd: " + cmd);
    }
    return new JsonObject();
  }

  private void subscribe(JsonObject body) {
    var robot = state.settings.robot();
    var right =
        body.getString("bot_id", "").equals(robot.id())
            && MessageDigest.isEqual(
                body.getString("secret", "").getBytes(StandardCharsets.UTF_8),
                robot.secret().getBytes(StandardCharsets.UTF_8));
    unless(right, 853000, "invalid bot_id or secret");
    subscribed = true;
    sockets.subscribed(this);
  }

  private void send(JsonObject body) {
    var to = body.getString("chatid", "");
    var group = state.company.group(to).isPresent();
    unless(group || state.company.member(to).isPresent(), 93006, "invalid chatid: " + to);
    var type = body.getInteger("chat_type", 0);
    unless(type == 0 || (type == 2) == group, 93006, "chat_type does not fit");
    var chat = group ? to : Robot.chatWith(to);
    var welcome = hasSpoken(chat) || !state.guess(Guess.SILENT_CHAT_REFUSED);
    unless(welcome, 846609, "the chat never wrote to the robot");
    checkRate(chat);
    replies.push(chat, body);
  }

  private boolean hasSpoken(String chat) {
    return state.chats.of(chat).stream().anyMatch(m -> m.from().kind() == Sender.Kind.MEMBER);
  }

  private void checkRate(String chat) {
    unless(perChat.allows(chat), 846607, "more than 30 messages a minute or 1000 an hour");
  }

  private Interaction interaction(String id) {
    var interaction = interactions.get(id);
    if (interaction == null) {
      throw new Refusal(846605, "unknown req_id");
    }
    return interaction;
  }

  private static JsonObject frame(String id) {
    return new JsonObject().put("headers", new JsonObject().put("req_id", id));
  }

  private void write(JsonObject frame) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(frame.encode());
    }
  }
}
