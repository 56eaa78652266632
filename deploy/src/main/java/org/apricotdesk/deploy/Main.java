package org.apricotdesk.deploy;

import java.util.List;
import org.apricotdesk.deploy.command.CommandLine;

/// Starts the program: `./apricot COMMAND …`.
public final class Main {
  private static final String VERTX_TO_SLF4J = "io.vertx.core.logging.SLF4JLogDelegateFactory";

  private Main() {}

  public static void main(String[] arguments) {
    logAsBefits(arguments.length == 0 ? "" : arguments[0]);
    var line = new CommandLine(System.out, System.err, System.getenv());
    System.exit(line.run(List.of(arguments)));
  }

  /// The service writes JSON for machines; commands speak to the person who called them. Must
  /// happen before the first logger is asked for.
  public static void logAsBefits(String command) {
    var configuration = command.equals("serve") ? "logback.xml" : "logback-command.xml";
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", configuration);
    }
    System.setProperty("vertx.logger-delegate-factory-class-name", VERTX_TO_SLF4J);
  }
}
