package org.apricotdesk.bot.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apricotdesk.config.time.AdjustableClock;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A small hospital on the simulated platform, fresh for each test, and a plain client of its
/// API.
final class Corp implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  static final Instant NOON = Instant.parse("2026-06-20T04:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(5);
  static final App OTHER = new App(1000003, "别的应用", "other-secret", "t", "A".repeat(43), Set.of(3));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Robot.Transport transport;
  private Guesses guesses = Guesses.USUAL;
  private Duration patience = LONG;
  private Simulator sim = started(Robot.Transport.CALLBACK);

  Corp(Robot.Transport transport) {
    this.transport = transport;
  }

  Corp() {
    this(Robot.Transport.CALLBACK);
  }

  Simulator sim() {
    return sim;
  }

  Vertx vertx() {
    return vertx;
  }

  void guess(Guesses others) {
    guesses = others;
    restart();
  }

  /// The platform waits a moment only, as it seems to a service that does not answer.
  void impatient() {
    patience = Duration.ofMillis(300);
    restart();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    guesses = Guesses.USUAL;
    patience = LONG;
    restart();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sim.close();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    vertx.close().await();
  }

  String token() {
    return token("simulated-app-secret");
  }

  String token(String secret) {
    var corp = sim.settings().corpId();
    return get("/cgi-bin/gettoken?corpid=" + corp + "&corpsecret=" + secret)
        .getString("access_token", "");
  }

  JsonObject get(String path) {
    return json(HttpRequest.newBuilder(at(path)));
  }

  JsonObject post(String path, String body) {
    return json(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// Calls with a fresh token of the desk's app.
  JsonObject call(String api, JsonObject body) {
    return post("/cgi-bin/" + api + "?access_token=" + token(), body.encode());
  }

  JsonObject send(String msgtype, JsonObject part) {
    return call("message/send", message("sunlili", msgtype, part));
  }

  static JsonObject message(String to, String msgtype, JsonObject part) {
    return new JsonObject()
        .put("touser", to)
        .put("agentid", 1000002)
        .put("msgtype", msgtype)
        .put(msgtype, part);
  }

  static JsonObject text(String content) {
    return new JsonObject().put("content", content);
  }

  private URI at(String path) {
    return URI.create((path.startsWith("/cgi-bin/") ? sim.apiUrl() : sim.url()) + path);
  }

  private JsonObject json(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return new JsonObject(answer.body()).put("http", answer.statusCode());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void restart() {
    sim.close();
    sim = started(transport);
  }

  private Simulator started(Robot.Transport how) {
    var settings = SimulatorSettings.empty(AdjustableClock.at(NOON));
    return Simulator.start(
        vertx,
        settings
            .with(List.of(settings.app(), OTHER))
            .with(
                List.of(
                    new Department(1, "杏林市第一人民医院", 0),
                    new Department(2, "骨一科", 1),
                    new Department(3, "信息中心", 1)),
                List.of(
                    new Member("sunlili", "孙莉莉", List.of(2), "护士"),
                    new Member("shaojiale", "邵嘉乐", List.of(3), "工程师"),
                    new Member("GongWeiming", "龚维鸣", List.of(3), "工程师")),
                List.of(
                    new Group("wrWard01", "骨一科 病区群", List.of("sunlili", "shaojiale"), "ward-key")))
            .with(guesses)
            .hearingBy(how)
            .patient(patience, Duration.ofMillis(20)));
  }
}
