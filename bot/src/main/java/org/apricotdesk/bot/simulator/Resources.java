package org.apricotdesk.bot.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Files of the simulator's pages, which lie beside this class.
final class Resources {
  private Resources() {}

  static Buffer bytes(String name) {
    try (var file = Resources.class.getResourceAsStream("page/" + name)) {
      if (file == null) {
        throw new IllegalStateException("no page file " + name);
      }
      return Buffer.buffer(file.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + name, failure);
    }
  }

  static String text(String name) {
    return bytes(name).toString(StandardCharsets.UTF_8);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
