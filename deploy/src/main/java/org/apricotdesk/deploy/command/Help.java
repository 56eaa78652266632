package org.apricotdesk.deploy.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What `--help` shows.
final class Help {
  private Help() {}

  static String general() {
    return read("help.txt");
  }

  static String of(String command) {
    return read("help-" + command + ".txt");
  }

  private static String read(String name) {
    try (var in = Help.class.getResourceAsStream(name)) {
      var bytes = Objects.requireNonNull(in, () -> "no text " + name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
