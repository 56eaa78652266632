package org.apricotdesk.deploy.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.deploy.demo.Demo;
import org.apricotdesk.deploy.demo.DemoAddress;
import org.apricotdesk.deploy.demo.DemoFolder;

/// `demo`: the whole product on this machine, until Ctrl-C.
final class DemoCommand implements Command {
  private static final Path DATA = Path.of("data", "demo");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Options options() {
    return new Options(Set.of("--host", "--port", "--simulator-port"), Set.of("--fresh"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException, InterruptedException {
    var address = address(arguments.exactly(0, "nothing more"));
    var texts = Texts.of(Demo.class);
    var locale = Locale.getDefault();
    terminal.say(texts.say(locale, "starting"));
    var stopped = new CountDownLatch(1);
    try (var folder = DemoFolder.take(DATA);
        var demo = start(arguments.has("--fresh") ? folder.emptied() : folder, address, terminal)) {
      demo.awaitArticles();
      var desk = "http://localhost:" + demo.port();
      terminal.say(texts.say(locale, "started", DATA.toAbsolutePath(), demo.phones(), desk));
      Shutdown.await(stopped);
    } finally {
      stopped.countDown();
    }
    return CommandLine.DONE;
  }

  private static Demo start(DemoFolder folder, DemoAddress address, Terminal terminal) {
    return Demo.start(folder, address, terminal.environment());
  }

  private static DemoAddress address(Arguments arguments) {
    var usual = DemoAddress.USUAL;
    return new DemoAddress(
        arguments.find("--host").orElse(usual.host()),
        arguments.find("--port").map(DemoCommand::port).orElse(usual.port()),
        arguments.find("--simulator-port").map(DemoCommand::port).orElse(usual.simulatorPort()));
  }

  private static int port(String word) {
    try {
      var port = Integer.parseInt(word);
      if (port >= 0 && port <= 65_535) return port;
    } catch (NumberFormatException _) {
      // said below
    }
    throw new MisuseException("'" + word + "' is no port");
  }
}
