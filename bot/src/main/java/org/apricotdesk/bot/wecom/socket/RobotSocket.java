package org.apricotdesk.bot.wecom.socket;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming;
import org.apricotdesk.bot.wecom.LateAnswers;
import org.apricotdesk.bot.wecom.Persistent;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.bot.wecom.RobotMessages;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.client.Outcome.Later;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.Lease;
import org.apricotdesk.config.database.LeaseHolder;
import org.apricotdesk.config.settings.Settings.Robot;
import org.apricotdesk.config.settings.Settings.RobotMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The robot by long connection. Every instance opens one of these; the one that wins the lease
/// connects, and when it loses the lease it hangs up before another can win it.
public final class RobotSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RobotSocket.class);
  private static final int LARGEST_MESSAGE = 1024 * 1024;

  /// Where this instance stands.
  public enum State {
    /// Another instance holds the connection.
    STANDBY,
    CONNECTING,
    LIVE,
    /// The platform does not know this robot id and secret.
    REFUSED,
    /// Another program took the connection over.
    EVICTED
  }

  private final RobotMode.Socket settings;
  private final Pace pace;
  private final WebSocketClient client;
  private final Conversation conversation;
  private final RobotMessages messages;
  private final Throttle throttle;
  private volatile @Nullable Office office;
  private volatile @Nullable Lease lease;

  private RobotSocket(
      Vertx vertx, RobotMode.Socket settings, String name, Pace pace, Hearing hearing) {
    this.settings = settings;
    this.pace = pace;
    this.messages = new RobotMessages(name, hearing.clock());
    this.throttle = new Throttle(hearing.clock());
    this.conversation =
        new Conversation(
            new Persistent(hearing.receiver()), throttle, hearing.late(), this::connection);
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout((int) pace.answer().toMillis())
                .setMaxFrameSize(LARGEST_MESSAGE)
                .setMaxMessageSize(LARGEST_MESSAGE));
  }

  /// Whom messages go to.
  ///
  /// @param late takes answers that could not be given on the connection any more
  public record Hearing(Receiver receiver, LateAnswers late, Clock clock) {}

  /// Starts trying to become the one that is connected.
  public static RobotSocket open(Vertx vertx, Database database, Robot robot, Hearing hearing) {
    return open(vertx, database, robot, hearing, Pace.USUAL);
  }

  public static RobotSocket open(
      Vertx vertx, Database database, Robot robot, Hearing hearing, Pace pace) {
    if (!(robot.mode() instanceof RobotMode.Socket settings)) {
      throw new IllegalArgumentException("the robot is not set to the long connection");
    }
    var socket = new RobotSocket(vertx, settings, robot.name(), pace, hearing);
    socket.lease = Lease.seek(database, "bot", "robot-socket", pace.term(), socket.new Candidate());
    return socket;
  }

  /// Whether messages can be sent from this instance.
  public boolean holdsSocket() {
    return connection().isPresent();
  }

  public State state() {
    var current = office;
    return current == null ? State.STANDBY : current.state();
  }

  /// Pushes markdown or a template_card to a chat that has talked to the robot before.
  ///
  /// @param chat id of a group, in its own letter case, or a userid
  public Outcome send(String chat, JsonObject body) {
    var live = connection();
    if (live.isEmpty()) return new Later(pace.firstPause(), "the robot is not connected");
    var wait = throttle.take(chat);
    return wait.isZero()
        ? live.get().send(Answers.push(chat, body))
        : new Later(wait, "this chat has been told enough for now");
  }

  private Optional<Connection> connection() {
    var current = office;
    return current == null ? Optional.empty() : current.live();
  }

  private void hear(Connection connection, JsonObject frame) {
    switch (frame.getString("cmd")) {
      case "aibot_msg_callback", "aibot_event_callback" -> read(connection, frame);
      default -> LOG.debug("robot connection: command {} is of no use", frame.getString("cmd"));
    }
  }

  private void read(Connection connection, JsonObject frame) {
    Incoming incoming;
    try {
      incoming = messages.read(frame.getJsonObject("body"), Incoming.Via.ROBOT_SOCKET);
    } catch (RuntimeException malformed) {
      LOG.warn("robot message not understood: {}", malformed.getClass().getSimpleName());
      return;
    }
    var request = frame.getJsonObject("headers").getString("req_id");
    Thread.ofVirtual()
        .name("robot-message")
        .start(() -> conversation.take(connection, request, incoming));
  }

  /// Gives the connection up first, so that another instance may have it at once.
  @Override
  public void close() {
    var seeking = lease;
    if (seeking != null) seeking.close();
    client.close();
  }

  private final class Candidate implements LeaseHolder {
    @Override
    public void won() {
      var fresh = new Office(client, settings, pace, RobotSocket.this::hear);
      office = fresh;
      fresh.enter();
    }

    @Override
    public void lost() {
      var last = office;
      if (last != null) last.leave();
      office = null;
    }
  }
}
