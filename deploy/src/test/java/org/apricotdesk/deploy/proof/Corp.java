package org.apricotdesk.deploy.proof;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.deploy.service.PrivacyKey;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;

/// The sample hospital on the simulated platform, in real time.
final class Corp implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Simulator simulator;

  /// @param patience how long the platform waits for the answer to a callback
  Corp(Duration patience) {
    var settings =
        SimulatorSettings.empty(AdjustableClock.running()).patient(patience, Duration.ofSeconds(1));
    simulator = Simulator.start(vertx, settings);
    staff().forEach(person -> simulator.add(Member.of(person.getString("userid"), name(person))));
  }

  Vertx vertx() {
    return vertx;
  }

  Simulator simulator() {
    return simulator;
  }

  /// The settings of a service of this corp, as an operator writes them.
  ///
  /// @param further lines of their own
  Path writeSettings(Path folder, int port, String... further) throws Exception {
    var app = simulator.settings().app();
    var lines = new ArrayList<>(List.of(further));
    lines.add("data-dir: " + folder.resolve("data"));
    lines.add("http: {host: 127.0.0.1, port: " + port + "}");
    lines.add("privacy: {key-file: " + PrivacyKey.generatedIn(folder.resolve("data")) + "}");
    lines.add("wecom:");
    lines.add("  api-url: " + simulator.apiUrl());
    lines.add("  corp-id: " + simulator.settings().corpId());
    lines.add("  app:");
    lines.add("    agent-id: " + app.agentId());
    lines.add("    secret: " + app.secret());
    lines.add("    token: " + app.token());
    lines.add("    aes-key: " + app.aesKey());
    return Files.write(folder.resolve("apricot.yaml"), lines);
  }

  static Settings read(Path file) {
    return SettingsReader.read(file, Map.of());
  }

  /// Brings the hospital's people and catalogue into a new database.
  void load(Storage storage, Settings settings) {
    try (var database = Database.open(vertx, storage.database());
        var desk = Desk.open(database, Clock.systemUTC(), settings)) {
      desk.importOrganisation(SampleHospital.org());
      desk.importCatalogue(SampleHospital.catalogue());
    }
  }

  private static Stream<JsonObject> staff() {
    var org = new JsonObject(SampleHospital.org());
    return Stream.of("engineers", "staff")
        .flatMap(key -> org.getJsonArray(key).stream())
        .map(JsonObject.class::cast);
  }

  private static String name(JsonObject person) {
    return person.getString("name");
  }

  @Override
  public void close() {
    simulator.close();
    vertx.close().await();
  }
}
