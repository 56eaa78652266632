package org.apricotdesk.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Runs `initdb` and `pg_ctl`. PostgreSQL refuses to run as root, so there it runs in a user
/// namespace of its own, or where that is forbidden as the unprivileged user `nobody`.
final class PostgresCommands {
  private static final long LONGEST_SECONDS = 120;
  private static final int LOG_LINES = 20;

  private final Path programs;
  private final Path home;
  private final Path data;
  private final Path log;
  private final List<String> prefix;

  PostgresCommands(Path programs, Path home) {
    this.programs = programs;
    this.home = home;
    this.data = home.resolve("data");
    this.log = home.resolve("server.log");
    this.prefix = unprivileged();
  }

  /// Makes the data beside their place and then puts them there, so that a program killed halfway
  /// leaves nothing that looks like data.
  void initialise(String user, Path passwordFile) throws IOException {
    var fresh = home.resolve("initialising-" + UUID.randomUUID());
    initialise(fresh, user, passwordFile);
    Files.move(fresh, data);
  }

  private void initialise(Path fresh, String user, Path passwordFile) {
    run(
        "initdb",
        "-D",
        fresh.toString(),
        "-U",
        user,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8");
  }

  void start(int port, List<String> options) {
    var settings =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=128MB",
                "password_encryption=scram-sha-256"));
    settings.addAll(options);
    var line = new StringBuilder();
    settings.forEach(setting -> line.append(" -c ").append(setting));
    run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        data.toString(),
        "-l",
        log.toString(),
        "-o",
        line.toString());
  }

  void stop() {
    run("pg_ctl", "stop", "-w", "-m", "fast", "-D", data.toString());
  }

  private void run(String program, String... arguments) {
    var command = new ArrayList<>(prefix);
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    try {
      var output = home.resolve(program + ".log");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      var ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(
            program + " failed for " + data + ": " + tail(output) + tail(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + program, e);
    }
  }

  private static String tail(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    var lines = Files.readAllLines(file);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  private List<String> unprivileged() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (succeeds("unshare", "-U", "true")) {
      return List.of("unshare", "-U", "--");
    }
    if (!succeeds("chown", "-R", "nobody", home.toString())) {
      throw new IllegalStateException("cannot hand " + home + " to the user nobody");
    }
    return List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--");
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
