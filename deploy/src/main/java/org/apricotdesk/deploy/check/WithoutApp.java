package org.apricotdesk.deploy.check;

import java.util.List;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.Settings.RobotMode;

/// What a hospital goes without that has the robot and no application of its own.
record WithoutApp(Settings.WeCom wecom) {

  /// A robot that only answers cannot ask anybody to take a ticket.
  List<String> problems() {
    return wecom.app().isEmpty() && wecom.robot().mode() instanceof RobotMode.Callback
        ? List.of(
            "wecom: a robot in callback mode only answers; with no wecom.app nobody can be asked to"
                + " take a ticket or told what became of theirs. Set wecom.robot.mode to socket, or"
                + " set up the app")
        : List.of();
  }

  List<String> notes() {
    return wecom.app().isEmpty() && wecom.robot().mode() instanceof RobotMode.Socket
        ? List.of(
            "no wecom.app: cards, reminders and ratings come by the robot to whoever has written to"
                + " it once; pages open by the links it sends to each, names and leavers come from"
                + " imports only, and a card that others have answered keeps its buttons")
        : List.of();
  }
}
