package org.apricotdesk.deploy.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.config.settings.SettingsException;
import org.slf4j.LoggerFactory;

/// Reads what was typed and runs it. Exit codes: 0 done, 1 failed, 2 typed wrongly.
public final class CommandLine {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private static final List<Command> COMMANDS =
      List.of(
          new DemoCommand(),
          new ServeCommand(),
          new CheckCommand(),
          new ImportCommand(),
          new ExportCommand(),
          new TokenCommand(),
          new BackupCommand(),
          new RestoreCommand(),
          new EvaluateCommand(),
          new BenchCommand());

  private final Terminal terminal;

  public CommandLine(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.terminal = new Terminal(out, err, environment);
  }

  /// @return the exit code
  public int run(List<String> words) {
    if (words.isEmpty()) {
      terminal.error(Help.general());
      return MISUSED;
    }
    if (isHelp(words.getFirst())) {
      terminal.say(Help.general());
      return DONE;
    }
    var command = named(words.getFirst());
    if (command.isEmpty()) {
      terminal.error("there is no command '" + words.getFirst() + "'\n\n" + Help.general());
      return MISUSED;
    }
    return run(command.get(), words.subList(1, words.size()));
  }

  private int run(Command command, List<String> words) {
    if (words.stream().anyMatch(CommandLine::isHelp)) {
      terminal.say(Help.of(command.name()));
      return DONE;
    }
    try {
      return command.run(Arguments.parse(words, command.options()), terminal);
    } catch (MisuseException misuse) {
      terminal.error(misuse.getMessage() + "\n\n" + Help.of(command.name()));
      return MISUSED;
    } catch (SettingsException wrong) {
      wrong.problems().forEach(terminal::error);
      return FAILED;
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      LoggerFactory.getLogger(CommandLine.class).debug("{} failed", command.name(), failure);
      terminal.error(command.name() + " failed: " + reasons(failure));
      return FAILED;
    }
  }

  /// The failure and what caused it, without stack traces.
  private static String reasons(Throwable failure) {
    var words = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    var cause = failure.getCause();
    return cause == null || words.contains(String.valueOf(cause.getMessage()))
        ? words
        : words + ": " + reasons(cause);
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h") || word.equals("help");
  }

  static List<String> names() {
    return COMMANDS.stream().map(Command::name).toList();
  }

  private static Optional<Command> named(String name) {
    return COMMANDS.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
