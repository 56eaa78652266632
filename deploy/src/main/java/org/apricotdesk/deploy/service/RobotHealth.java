package org.apricotdesk.deploy.service;

import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.wecom.socket.RobotSocket.State;

/// The robot's long connection in an operator's words.
final class RobotHealth {
  private RobotHealth() {}

  static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static String words(State state) {
    return switch (state) {
      case STANDBY -> "standby: another instance holds the connection, or none has won it yet";
      case CONNECTING -> "connecting";
      case LIVE -> "live";
      case REFUSED -> "refused: the platform does not know this robot id and secret";
      case EVICTED -> "evicted";
    };
  }

  /// What only somebody from outside can put right on this instance.
  static Optional<String> trouble(State state) {
    return switch (state) {
      case EVICTED ->
          Optional.of(
              "another program connected as this robot; stop it, then restart this instance");
      case STANDBY, CONNECTING, LIVE, REFUSED -> Optional.empty();
    };
  }
}
