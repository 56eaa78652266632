package org.apricotdesk.deploy.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.deploy.Main;

/// `serve` as a process of its own.
final class Program implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final long STOP_SECONDS = 60;
  private static final int LAST = 40;

  private final Process process;
  private final URI ready;
  private final Path log;

  private Program(Process process, URI ready, Path log) {
    this.process = process;
    this.ready = ready;
    this.log = log;
  }

  /// @param settings its file
  /// @param port on which those settings let it listen
  /// @param log is added to
  static Program serve(Path settings, int port, Path log) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--config",
            settings.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new Program(
        builder.start(), URI.create("http://127.0.0.1:" + port + "/health/ready"), log);
  }

  /// Waits until it serves.
  void awaitReady() {
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Patience.await("the service does not start", START, () -> isReady(http));
    }
  }

  private boolean isReady(HttpClient http) {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the service ended with " + process.exitValue() + ": " + lastWords());
    }
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false; // nobody listens yet
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private String lastWords() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// As `kill -9` does: nothing is finished, and its database server stays behind.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// As `systemctl stop` does.
  boolean stops() throws InterruptedException {
    process.destroy();
    return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    kill();
  }
}
