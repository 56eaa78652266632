package org.apricotdesk.bot.wecom;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.simulator.Department;
import org.apricotdesk.bot.simulator.Group;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.Settings.RobotMode;
import org.apricotdesk.config.settings.Settings.WeCom;
import org.apricotdesk.config.time.AdjustableClock;

/// A small hospital on the simulated platform, and the settings by which the desk reaches it.
public final class SimulatedCorp {
  public static final Instant NOON = Instant.parse("2026-06-20T04:00:00Z");
  public static final String WARD = "wrWard01";
  private static final Secret WARD_KEY = new Secret("ward-key");

  private SimulatedCorp() {}

  public static Simulator start(Vertx vertx, Transport robot) {
    var settings =
        SimulatorSettings.empty(AdjustableClock.at(NOON))
            .with(
                List.of(
                    new Department(1, "杏林市第一人民医院", 0),
                    new Department(2, "骨一科", 1),
                    new Department(3, "信息中心", 1)),
                List.of(
                    new Member("sunlili", "孙莉莉", List.of(2), "护士"),
                    new Member("shaojiale", "邵嘉乐", List.of(3), "工程师")),
                List.of(new Group(WARD, "骨一科 病区群", List.of("sunlili", "shaojiale"), "ward-key")))
            .hearingBy(robot)
            .patient(Duration.ofMillis(800), Duration.ofMillis(20));
    return Simulator.start(vertx, settings);
  }

  public static WeCom settings(Simulator sim) {
    return settings(sim, sim.settings().app().secret());
  }

  public static WeCom settings(Simulator sim, String appSecret) {
    var app = sim.settings().app();
    return new WeCom(
        URI.create(sim.apiUrl()),
        Optional.of(sim.settings().corpId()),
        Optional.of(
            new Settings.App(
                app.agentId(),
                new Secret(appSecret),
                new Secret(app.token()),
                new Secret(app.aesKey()))),
        new Settings.Robot(mode(sim), sim.settings().robot().name()),
        new Settings.Webhook(Optional.of(WARD_KEY)));
  }

  /// Lets a receiver listen to the app and the robot, as the desk does.
  public static HttpServer listen(Vertx vertx, Simulator sim, Receiver receiver) {
    return listen(vertx, sim, receiver, (_, _) -> {});
  }

  public static HttpServer listen(Vertx vertx, Simulator sim, Receiver receiver, LateAnswers late) {
    var app = sim.settings().app();
    var robot = sim.settings().robot();
    var corp = sim.settings().corpId();
    var router = Router.router(vertx);
    new Callbacks(
            new Cipher(app.token(), app.aesKey(), corp), new Flavour.App(corp), receiver, late)
        .mount(router, "/wecom/app");
    var words = new Flavour.Robot(robot.name(), sim.clock(), Locale.SIMPLIFIED_CHINESE);
    new Callbacks(new Cipher(robot.token(), robot.aesKey(), ""), words, receiver, late)
        .mount(router, "/wecom/robot");
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    var base = "http://127.0.0.1:" + server.actualPort();
    sim.appCallback(URI.create(base + "/wecom/app"));
    if (robot.transport() == Transport.CALLBACK) {
      sim.robotCallback(URI.create(base + "/wecom/robot"));
    }
    return server;
  }

  private static RobotMode mode(Simulator sim) {
    var robot = sim.settings().robot();
    return switch (robot.transport()) {
      case CALLBACK ->
          new RobotMode.Callback(new Secret(robot.token()), new Secret(robot.aesKey()));
      case SOCKET ->
          new RobotMode.Socket(
              robot.id(),
              new Secret(robot.secret()),
              URI.create(sim.socketUrl()),
              Optional.of(WARD));
    };
  }
}
