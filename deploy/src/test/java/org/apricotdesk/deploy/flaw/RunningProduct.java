package org.apricotdesk.deploy.flaw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apricotdesk.deploy.demo.Demo;
import org.apricotdesk.deploy.demo.DemoAddress;
import org.apricotdesk.deploy.demo.DemoFolder;

/// The demonstration at a known address, and browsers that come to it.
final class RunningProduct implements AutoCloseable {
  private final DemoFolder data;
  private final Demo demo;
  private final String address;

  RunningProduct(Path folder) {
    var port = freePort();
    address = "http://localhost:" + port;
    data = DemoFolder.take(folder);
    demo = Demo.start(data.emptied(), new DemoAddress("127.0.0.1", port, 0), Map.of());
  }

  Demo demo() {
    return demo;
  }

  /// A browser in which nobody is signed in.
  Browser browser() {
    return new Browser(address);
  }

  /// What somebody with a pen test in mind must not find anywhere.
  List<String> secrets() {
    var settings = demo.simulator().settings();
    return List.of(
        settings.app().secret(),
        settings.app().token(),
        settings.app().aesKey(),
        settings.robot().secret());
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    demo.close();
    data.close();
  }
}
