package org.apricotdesk.bot;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.apricotdesk.bot.delivery.RobotLine;
import org.apricotdesk.bot.wecom.client.Outcome;
import org.apricotdesk.bot.wecom.socket.RobotSocket;
import org.jspecify.annotations.Nullable;

/// The robot's connection, which is made after everything that sends through it.
final class Line implements RobotLine {
  private static final Duration SOON = Duration.ofSeconds(1);

  private volatile @Nullable RobotSocket socket;

  void is(RobotSocket opened) {
    socket = opened;
  }

  /// Empty if the robot does not use a connection.
  Optional<RobotSocket.State> state() {
    var current = socket;
    return current == null ? Optional.empty() : Optional.of(current.state());
  }

  @Override
  public boolean isLive() {
    var current = socket;
    return current != null && current.holdsSocket();
  }

  @Override
  public Outcome send(String chat, JsonObject body) {
    var current = socket;
    return current == null
        ? new Outcome.Later(SOON, "the robot is not connected")
        : current.send(chat, body);
  }
}
