package org.apricotdesk.bot.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What members can do on their phones, passed on to the services concerned.
final class Platform {
  private final State state;
  private final Map<String, AppLine> apps = new HashMap<>();
  private final RobotReplies replies;
  private final RobotMedia media;
  private final RobotSockets sockets;
  private final RobotLine robot;

  Platform(Vertx vertx, State state) {
    this.state = state;
    state.settings.apps().forEach(a -> apps.put(key(a), new AppLine(vertx, state, a)));
    replies = new RobotReplies(state);
    media = new RobotMedia(state);
    sockets = new RobotSockets(vertx, state, replies);
    robot = new RobotLine(vertx, state, replies, sockets, media);
  }

  void mount(Router router) {
    media.mount(router);
    sockets.mount(router);
  }

  State state() {
    return state;
  }

  RobotReplies replies() {
    return replies;
  }

  RobotSockets sockets() {
    return sockets;
  }

  Future<Void> saveAppCallback(App app, List<URI> instances) {
    return line(app.chatWith("x")).save(instances);
  }

  Future<Void> saveRobotCallback(List<URI> instances) {
    return robot.save(instances);
  }

  Future<Void> says(Member member, String chat, JsonObject content) {
    return isApp(chat) ? line(chat).says(member, content) : robot.says(member, chat, content);
  }

  Future<Void> enters(Member member, String chat) {
    return isApp(chat) ? line(chat).event(member, "enter_agent", "") : robot.enters(member);
  }

  Future<Void> opensMenu(Member member, String chat, String key) {
    return line(chat).event(member, "click", key);
  }

  Future<Void> contactChanged(String change, String userid) {
    return line(state.settings.app().chatWith("x")).contactChanged(change, userid);
  }

  /// Taps what has that label or key on a card. A url is not called back: its address is
  /// returned.
  Future<String> taps(
      Member member,
      String chat,
      String messageId,
      String label,
      Map<String, List<String>> selected) {
    var message =
        state
            .alone(() -> state.chats.find(messageId))
            .filter(Message::isCard)
            .orElseThrow(() -> new IllegalArgumentException("no card " + messageId));
    var card = message.cardFor(member.userid());
    var choice =
        card.choice(label)
            .orElseThrow(
                () -> new IllegalArgumentException(label + " is not on card " + messageId));
    if (!choice.url().isEmpty()) {
      return Future.succeededFuture(choice.url());
    }
    var told =
        message.from().kind() == Sender.Kind.APP
            ? line(chat).taps(member, message, choice, selected)
            : robot.taps(member, chat, message, choice, selected);
    return told.map("");
  }

  Future<Void> judges(
      Member member, String chat, String messageId, int thumb, List<Integer> reasons) {
    var message =
        state
            .alone(() -> state.chats.find(messageId))
            .orElseThrow(() -> new IllegalArgumentException("no message " + messageId));
    return robot.judges(member, chat, message, thumb, reasons);
  }

  void close() {
    apps.values().forEach(AppLine::close);
    robot.close();
  }

  private static boolean isApp(String chat) {
    return chat.startsWith("app:");
  }

  private static String key(App app) {
    return String.valueOf(app.agentId());
  }

  private AppLine line(String chat) {
    var line = apps.get(chat.split(":", 3)[1]);
    if (line == null) {
      throw new IllegalArgumentException("no app for " + chat);
    }
    return line;
  }
}
