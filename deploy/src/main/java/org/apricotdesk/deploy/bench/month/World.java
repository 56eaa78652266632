package org.apricotdesk.deploy.bench.month;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apricotdesk.bot.simulator.Group;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.deploy.bench.Staff;
import org.apricotdesk.deploy.demo.SampleCorp;
import org.apricotdesk.deploy.demo.SampleData;
import org.apricotdesk.deploy.service.Closing;
import org.apricotdesk.deploy.service.Service;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Sessions;

/// The whole product with 5,000 people of the sample hospital behind the stand-in platform, all on
/// one clock that stands until it is moved.
final class World implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String WEBHOOK = "month-engineers";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// Of the platform, in real time, which is not the time of the month.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(100);

  private static final String KEPT =
      "SELECT count(*) AS kept FROM bot.inbox WHERE received_at = $1";

  /// Whether everything that could be done by now is done: each listener has heard its stream to
  /// the end, letters are sent. Figures follow when somebody looks at them.
  private static final String QUIET =
      """
      SELECT NOT EXISTS (
               SELECT FROM desk.listener l
                 JOIN (VALUES ('notices', 'ticket'), ('bulletins', 'incident'),
                              ('maintenance', 'maintenance'), ('briefs', 'brief'),
                              ('suggestions', 'suggestion'), ('surveys', 'survey'),
                              ('rounds', 'round')) AS hears(name, stream) ON hears.name = l.name
                WHERE EXISTS (SELECT FROM desk.event e
                               WHERE (e.tx, e.position) > (l.tx, l.position)
                                 AND e.stream = hears.stream))
         AND NOT EXISTS (
               SELECT FROM bot.delivery d LEFT JOIN bot.address a ON a.address = d.address
                WHERE d.state = 'due' AND d.due_at <= $1
                  AND (a.address IS NULL OR a.quiet_until <= $1))
         AND NOT EXISTS (SELECT FROM bot.delivery WHERE state = 'sending') AS quiet
      """;

  /// When the product has something to do next by itself.
  private static final String DUE =
      """
      SELECT least(
               (SELECT min(act_at) FROM desk.ticket WHERE act_at > $1),
               (SELECT min(act_at) FROM desk.incident WHERE act_at > $1),
               (SELECT min(due_at) FROM bot.delivery WHERE state = 'due' AND due_at > $1),
               (SELECT min(a.quiet_until)
                  FROM bot.address a
                  JOIN bot.delivery d ON d.address = a.address AND d.state = 'due'
                 WHERE a.quiet_until > $1)) AS due
      """;

  private static final String EVENTS =
      """
      SELECT position, stream, key, type, at, actor, payload
        FROM desk.event
       WHERE position > $1
       ORDER BY position
      """;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AdjustableClock clock;
  private final Simulator platform;
  private final SampleCorp corp;
  private final Service service;
  private final Database database;

  World(Path folder, Instant begin) {
    try {
      clock = AdjustableClock.at(begin);
      corp = SampleCorp.of(Staff.register());
      platform = startPlatform();
      var settings = SettingsReader.read(values(folder));
      var storage = opened(Storage.open(settings)).migrated();
      SampleData.load(storage, settings, clock, Staff.register());
      service = opened(Service.start(settings, storage, clock));
      platform.appCallback(address("/wecom/app"));
      platform.robotCallback(address("/wecom/robot"));
      var vertx = Vertx.vertx();
      open.push(() -> vertx.close().await());
      database = opened(Database.open(vertx, storage.database()));
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      close();
      throw failure;
    }
  }

  private Simulator startPlatform() {
    var vertx = Vertx.vertx();
    open.push(() -> vertx.close().await());
    var groups =
        corp.groups().stream()
            .map(group -> isEngineers(group) ? withWebhook(group) : group)
            .toList();
    return opened(
        Simulator.start(
            vertx,
            SimulatorSettings.empty(clock)
                .with(corp.departments(), corp.members(), groups)
                .patient(PATIENCE, POLL)));
  }

  private static boolean isEngineers(Group group) {
    return group.chatid().equals(SampleCorp.ENGINEERS);
  }

  private static Group withWebhook(Group group) {
    return new Group(group.chatid(), group.name(), group.members(), WEBHOOK);
  }

  private Map<String, String> values(Path folder) {
    var app = platform.settings().app();
    var robot = platform.settings().robot();
    var values = new HashMap<String, String>();
    values.put("APRICOT_HTTP_HOST", "127.0.0.1");
    values.put("APRICOT_HTTP_PORT", "0");
    values.put("APRICOT_DATA_DIR", folder.toString());
    values.put("APRICOT_WECOM_API_URL", platform.apiUrl());
    values.put("APRICOT_WECOM_CORP_ID", platform.settings().corpId());
    values.put("APRICOT_WECOM_APP_AGENT_ID", Integer.toString(app.agentId()));
    values.put("APRICOT_WECOM_APP_SECRET", app.secret());
    values.put("APRICOT_WECOM_APP_TOKEN", app.token());
    values.put("APRICOT_WECOM_APP_AES_KEY", app.aesKey());
    values.put("APRICOT_WECOM_ROBOT_MODE", "callback");
    values.put("APRICOT_WECOM_ROBOT_NAME", robot.name());
    values.put("APRICOT_WECOM_ROBOT_TOKEN", robot.token());
    values.put("APRICOT_WECOM_ROBOT_AES_KEY", robot.aesKey());
    values.put("APRICOT_WECOM_WEBHOOK_ENGINEER_KEY", WEBHOOK);
    return values;
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  Simulator platform() {
    return platform;
  }

  /// A browser in which that person has just signed in.
  Browser browser(String userid) {
    var session = new Sessions(database, clock).open(new PersonId(userid));
    return new Browser(address("/"), session);
  }

  Desk desk() {
    return service.desk();
  }

  Database database() {
    return database;
  }

  /// Who may write in the ward's group.
  List<String> ward() {
    return corp.groups().getFirst().members();
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), ZONE);
  }

  /// Moves the clock on, and waits until everything that is due then has been done.
  void moveTo(Instant then) {
    clock.set(then);
    settle();
  }

  /// Waits until everything that is due has been done.
  ///
  /// @throws IllegalStateException if it never is
  void settle() {
    desk().work();
    query("SELECT pg_notify('bot_delivery', '')", Tuple.tuple());
    await("quiet", this::isQuiet);
  }

  /// Waits until the product has kept that many messages and taps at this moment.
  ///
  /// @throws IllegalStateException if it never does
  void awaitKept(long acts) {
    await(
        "all " + acts + " messages kept",
        () -> query(KEPT, Tuple.of(utc(now()))).getFirst().getLong("kept") >= acts);
  }

  private void await(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("never " + what + ", " + now());
      LockSupport.parkNanos(4_000_000);
    }
  }

  private boolean isQuiet() {
    return query(QUIET, Tuple.of(utc(now()))).getFirst().getBoolean("quiet");
  }

  /// When the product has something to do next by itself.
  Optional<Instant> due() {
    var due = query(DUE, Tuple.of(utc(now()))).getFirst().getOffsetDateTime("due");
    return Optional.ofNullable(due).map(at -> at.toInstant());
  }

  /// What happened at the desk after that position.
  List<Happening> happened(long after) {
    return query(EVENTS, Tuple.of(after)).stream().map(Happening::of).toList();
  }

  List<Row> query(String sql, Tuple values) {
    return database.pool().preparedQuery(sql).execute(values).await().stream().toList();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /// One line of the desk's log.
  record Happening(
      long position,
      String stream,
      String key,
      String type,
      Instant at,
      String actor,
      JsonObject payload) {
    private static Happening of(Row row) {
      return new Happening(
          row.getLong("position"),
          row.getString("stream"),
          row.getString("key"),
          row.getString("type"),
          row.getOffsetDateTime("at").toInstant(),
          row.getString("actor"),
          row.getJsonObject("payload"));
    }

    boolean isOf(String wanted) {
      return stream.equals(wanted);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    Closing.all(open);
  }
}
