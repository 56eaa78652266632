package org.apricotdesk.bot.walk;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apricotdesk.bot.Bot;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.bot.dialogue.Advice;
import org.apricotdesk.bot.simulator.Department;
import org.apricotdesk.bot.simulator.Group;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.simulator.SimulatedGroup;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.bot.wecom.Receiver;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.Desk;

/// The sample hospital on the simulated platform, with its desk and one or more instances of the
/// bot. Sun Lili reports for ward 骨一; the engineers on duty take it from there.
final class Hospital implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Instant MONDAY = Instant.parse("2026-03-16T01:00:00Z");
  static final String WARD = "wrDemoGuyi01";
  static final String ENGINEERS = "wrDemoEngineers";
  private static final String ENGINEERS_KEY = "engineers-webhook";

  final AdjustableClock clock = AdjustableClock.at(MONDAY);
  final Simulator sim;
  final Desk desk;
  private final Vertx vertx;
  private final Database database;
  private final Robot.Transport transport;
  private final boolean app;
  private final Advice advice;
  private final List<Instance> instances = new ArrayList<>();

  private record Instance(Bot bot, HttpServer server) {}

  private Hospital(TestDatabase db, Robot.Transport transport, boolean app, Advice advice) {
    this.app = app;
    this.vertx = db.vertx();
    this.database = db.database();
    this.transport = transport;
    this.advice = advice;
    forget();
    var empty = SimulatorSettings.empty(clock).hearingBy(transport);
    this.sim = Simulator.start(vertx, empty);
    this.desk = Desk.open(database, clock, settings());
    desk.importOrganisation(SampleHospital.org());
    desk.importCatalogue(SampleHospital.catalogue());
    sim.add(new Department(2, "示例", 1));
    desk.people()
        .page("", 200)
        .forEach(p -> sim.add(new Member(p.id().value(), p.name(), List.of(2), "")));
    sim.add(Group.of(WARD, "骨一科病区群", "sunlili", "hejiayi"));
    sim.add(new Group(ENGINEERS, "信息中心工程师群", List.of("shaojiale", "gongweiming"), ENGINEERS_KEY));
    open();
  }

  static Hospital on(TestDatabase db, Robot.Transport transport) {
    return new Hospital(db, transport, true, Advice.SILENT);
  }

  static Hospital on(TestDatabase db, Robot.Transport transport, Advice advice) {
    return new Hospital(db, transport, true, advice);
  }

  /// One that has the robot's connection and no application of its own.
  static Hospital ofRobotAlone(TestDatabase db) {
    return new Hospital(db, Robot.Transport.SOCKET, false, Advice.SILENT);
  }

  /// Empties the database, so that each test begins with ticket 1001.
  private void forget() {
    database
        .pool()
        .query(
            """
            SELECT string_agg(schemaname || '.' || quote_ident(tablename), ', ') AS tables
              FROM pg_tables
             WHERE tablename <> 'migration'
               AND (schemaname = 'bot' OR schemaname = 'desk' AND tablename ~ '^(ticket|event|listener|incident|suggestion|callback|survey|visit|maintenance|finding|round_week)')
            """)
        .execute()
        .map(rows -> rows.iterator().next().getString("tables"))
        .compose(all -> database.pool().query("TRUNCATE " + all + " CASCADE").execute())
        .compose(_ -> database.pool().query("ALTER SEQUENCE desk.ticket_number RESTART").execute())
        .await();
  }

  /// Starts an instance of the bot; callbacks go to all of them in turn.
  void open() {
    var bot = Bot.open(vertx, database, desk, advice, settings(), clock);
    var router = Router.router(vertx);
    bot.mount(router);
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    instances.add(new Instance(bot, server));
    if (app) sim.appCallback(addresses("/wecom/app"));
    if (transport == Robot.Transport.CALLBACK) {
      sim.robotCallback(addresses("/wecom/robot"));
    }
  }

  /// Where the instances listen, in the order they were started.
  URI[] addresses(String path) {
    return instances.stream()
        .map(one -> URI.create("http://127.0.0.1:" + one.server().actualPort() + path))
        .toArray(URI[]::new);
  }

  /// The way in of one instance, past HTTP.
  Receiver receiver(int instance) {
    return instances.get(instance).bot().receiver();
  }

  /// What waits to be sent.
  Deliveries deliveries() {
    return instances.getFirst().bot().deliveries();
  }

  SimulatedMember nurse() {
    return sim.member("sunlili");
  }

  SimulatedMember member(String userid) {
    return sim.member(userid);
  }

  SimulatedGroup ward() {
    return sim.group(WARD);
  }

  SimulatedGroup engineers() {
    return sim.group(ENGINEERS);
  }

  /// The members who were shown a card with that button, in the order of the address book.
  List<SimulatedMember> asked(String button) {
    return desk.people().page("", 200).stream()
        .map(person -> sim.member(person.id().value()))
        .filter(
            one -> one.chat().stream().anyMatch(b -> b.isCard() && b.buttons().contains(button)))
        .toList();
  }

  /// Waits until somebody is asked to take something; returns who was.
  SimulatedMember asked() {
    await("nobody was asked", () -> !asked("接单").isEmpty());
    return asked("接单").getFirst();
  }

  /// Waits until the robot's connection is live.
  void awaitSocket() {
    await("the robot is not connected", () -> sim.robotIsConnected());
  }

  static void await(String otherwise, BooleanSupplier condition) {
    await(otherwise, Duration.ofSeconds(60), condition);
  }

  static void await(String otherwise, Duration patience, BooleanSupplier condition) {
    var end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(otherwise);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Settings settings() {
    var robot = sim.settings().robot();
    var mode =
        transport == Robot.Transport.SOCKET
            ? new Settings.RobotMode.Socket(
                robot.id(),
                new Secret(robot.secret()),
                URI.create(sim.socketUrl()),
                Optional.of(ENGINEERS))
            : new Settings.RobotMode.Callback(
                new Secret(robot.token()), new Secret(robot.aesKey()));
    return new Settings(
        new Settings.Http("127.0.0.1", 0, URI.create("http://desk.test"), List.of()),
        Path.of(System.getProperty("java.io.tmpdir"), "apricot-walk"),
        new Settings.Database(Optional.empty(), 8),
        new Settings.WeCom(
            URI.create(sim.apiUrl()),
            Optional.of(sim.settings().corpId()),
            application(),
            new Settings.Robot(mode, robot.name()),
            new Settings.Webhook(Optional.of(new Secret(ENGINEERS_KEY)))),
        new Settings.Organisation(Locale.SIMPLIFIED_CHINESE, ZONE),
        List.of(),
        new Settings.Privacy(Optional.empty()));
  }

  private Optional<Settings.App> application() {
    var one = sim.settings().apps().getFirst();
    return Optional.of(
            new Settings.App(
                one.agentId(),
                new Secret(one.secret()),
                new Secret(one.token()),
                new Secret(one.aesKey())))
        .filter(_ -> app);
  }

  @Override
  public void close() {
    for (var instance : instances) {
      instance.server().close().await();
      instance.bot().close();
    }
    desk.close();
    sim.close();
  }
}
