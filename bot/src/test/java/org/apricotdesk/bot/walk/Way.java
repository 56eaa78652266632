package org.apricotdesk.bot.walk;

import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.bot.simulator.Talk;

/// A way in to the desk: whom people write to, and how the platform passes it on.
enum Way {
  APP(Transport.CALLBACK),
  ROBOT_CALLBACK(Transport.CALLBACK),
  ROBOT_SOCKET(Transport.SOCKET);

  final Transport transport;

  Way(Transport transport) {
    this.transport = transport;
  }

  /// The chat in which that member writes.
  Talk of(SimulatedMember member) {
    return this == APP ? member.app() : member.robot();
  }
}
