package org.apricotdesk.deploy.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apricotdesk.deploy.Main;

/// A short day of the demonstration, after which the JDK remembers what a start loads and links.
/// Run by `deploy/launcher/rehearse.sh`.
final class Rehearsal {
  private static final String NURSE = "sunlili";
  private static final List<String> PAGES =
      List.of("/health/ready", "/metrics", "/api/v1/openapi.json", "/", "/signin");

  private Rehearsal() {}

  /// @param arguments an empty folder to play it in
  public static void main(String[] arguments) throws IOException {
    Main.logAsBefits("serve");
    try (var folder = DemoFolder.take(Path.of(arguments[0]));
        var demo = Demo.start(folder, new DemoAddress("127.0.0.1", 0, 0), Map.of())) {
      var nurse = demo.simulator().member(NURSE);
      nurse.says("三楼护士站打印机不出纸 急 病人等着"); // urgent: a ticket, whatever is known
      nurse.hears("#1001");
      for (var page : PAGES) open("http://127.0.0.1:" + demo.port() + page);
    }
    System.exit(0); // whatever thread is left
  }

  /// What it answers does not matter here.
  private static void open(String page) throws IOException {
    var connection = (HttpURLConnection) URI.create(page).toURL().openConnection();
    connection.getResponseCode();
    connection.disconnect();
  }
}
