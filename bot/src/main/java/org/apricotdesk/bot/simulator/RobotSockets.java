package org.apricotdesk.bot.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The robot's long connections at `/robot`; one is live at a time. Source:
/// document/path/101463.
final class RobotSockets {
  private static final long EVICTION_MILLIS = 500;

  private final Vertx vertx;
  private final State state;
  private final RobotReplies replies;
  private final Rate perChat;
  private final Set<RobotSession> sessions = new HashSet<>();
  private @Nullable RobotSession live;

  RobotSockets(Vertx vertx, State state, RobotReplies replies) {
    this.vertx = vertx;
    this.state = state;
    this.replies = replies;
    perChat = new Rate(state.clock, 30, 1000);
  }

  void mount(Router router) {
    router.get("/robot").handler(this::open);
  }

  /// Whether a service is connected and subscribed.
  boolean isLive() {
    return live != null;
  }

  void push(String cmd, Interaction interaction, JsonObject body) {
    if (live != null) {
      live.push(cmd, interaction, body);
    }
  }

  /// Makes a session the live one; the one before is told and closed a little later.
  void subscribed(RobotSession session) {
    var before = live;
    live = session;
    if (before != null && before != session) {
      before.evict();
      vertx.setTimer(EVICTION_MILLIS, _ -> before.close());
    }
  }

  private void open(RoutingContext context) {
    context.request().toWebSocket().onSuccess(this::serve);
  }

  private void serve(ServerWebSocket socket) {
    var session = new RobotSession(vertx, state, socket, this, replies, perChat);
    state.change(() -> sessions.add(session));
    socket.closeHandler(_ -> state.change(() -> gone(session)));
    socket.textMessageHandler(session::receive);
  }

  private void gone(RobotSession session) {
    sessions.remove(session);
    if (live == session) {
      live = null;
    }
  }
}
