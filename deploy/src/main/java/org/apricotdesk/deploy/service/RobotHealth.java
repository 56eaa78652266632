package org.apricotdesk.deploy.service;

import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.wecom.socket.RobotSocket.State;

/// How the robot's long connection stands.
final class RobotHealth {
  private RobotHealth() {}

  static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
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
