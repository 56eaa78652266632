package org.apricotdesk.deploy.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.SettingsReader;

/// Where a command was called: what it may say, and the environment.
record Terminal(PrintStream out, PrintStream err, Map<String, String> environment) {
  private static final Path USUAL = Path.of("apricot.yaml");

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void error(String line) {
    err.println(line);
    err.flush();
  }

  /// The settings of `--config`, else of `apricot.yaml` here, else of the environment alone.
  Settings settings(Arguments arguments) {
    var given = arguments.find("--config").map(Path::of);
    if (given.isPresent()) return SettingsReader.read(given.get(), environment);
    return Files.exists(USUAL)
        ? SettingsReader.read(USUAL, environment)
        : SettingsReader.read(environment);
  }
}
