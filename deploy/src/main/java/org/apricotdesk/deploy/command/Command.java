package org.apricotdesk.deploy.command;

/// Something a person calls from a terminal.
interface Command {
  String name();

  Options options();

  /// @return the exit code
  /// @throws MisuseException if it was typed wrongly
  int run(Arguments arguments, Terminal terminal) throws Exception;
}
