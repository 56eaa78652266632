package org.apricotdesk.desk.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A line of server-sent events, and the names of those that came over it.
public final class Heard implements AutoCloseable {
  private static final String LAST = "closed";

  private final InputStream line;
  private final LinkedBlockingQueue<String> names = new LinkedBlockingQueue<>();

  Heard(InputStream line) {
    this.line = line;
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    try (var reader = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(text -> text.startsWith("event: "))
          .forEach(text -> names.add(text.substring(7)));
    } catch (IOException | RuntimeException _) {
      // the line was cut
    }
    names.add(LAST);
  }

  /// Everything up to this name, which must come within ten seconds.
  public List<String> upTo(String name) {
    var heard = new ArrayList<String>();
    try {
      while (!heard.contains(name)) {
        var next = names.poll(10, TimeUnit.SECONDS);
        if (next == null || next.equals(LAST)) throw new AssertionError(name + " not in " + heard);
        heard.add(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return heard;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
