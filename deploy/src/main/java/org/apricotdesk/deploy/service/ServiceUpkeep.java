package org.apricotdesk.deploy.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.bot.Bot;
import org.apricotdesk.bot.delivery.Deliveries;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.console.Upkeep;
import org.apricotdesk.knowledge.Knowledge;

/// How this instance stands, for the console.
final class ServiceUpkeep implements Upkeep {
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final Duration STUCK = Duration.ofMinutes(5);
  private static final Duration OLD_BACKUP = Duration.ofHours(26);

  private final Database database;
  private final Desk desk;
  private final Bot bot;
  private final Knowledge knowledge;
  private final Clock clock;

  ServiceUpkeep(Database database, Desk desk, Bot bot, Knowledge knowledge, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.bot = bot;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  @Override
  public List<Sign> signs() {
    var signs = new ArrayList<Sign>();
    signs.add(database());
    bot.robotConnection()
        .map(
            state ->
                new Sign(
                    "robot",
                    RobotHealth.trouble(state).isEmpty() ? State.GOOD : State.BAD,
                    Reading.of("robot." + RobotHealth.code(state))))
        .ifPresent(signs::add);
    signs.addAll(letters());
    signs.addAll(listeners());
    var index = knowledge.health();
    signs.add(
        new Sign(
            "index",
            index.caughtUp() ? State.GOOD : State.WATCH,
            Reading.of(index.caughtUp() ? "caught-up" : "catching-up")));
    signs.add(
        new Sign(
            "embedding",
            index.byMeaning() ? State.GOOD : State.WATCH,
            Reading.of(index.byMeaning() ? "works" : "words-only")));
    signs.add(backup());
    return signs;
  }

  private Sign database() {
    var begin = System.nanoTime();
    database.pool().query("SELECT 1").execute().await();
    var took = Duration.ofNanos(System.nanoTime() - begin);
    return new Sign("database", State.GOOD, Reading.of("millis", took.toMillis()));
  }

  private List<Sign> letters() {
    var backlog = bot.backlog().await();
    return List.of(
        new Sign("queue", age(backlog.overdue()), Reading.of(backlog.overdue())),
        new Sign(
            "unknown-letters",
            some(backlog.unknown(), State.WATCH),
            Reading.count(backlog.unknown())),
        new Sign("dead-letters", some(backlog.dead(), State.BAD), Reading.count(backlog.dead())),
        new Sign("failed", some(backlog.failed(), State.WATCH), Reading.count(backlog.failed())));
  }

  private List<Sign> listeners() {
    return desk.events().lags(database.pool(), clock.instant()).await().stream()
        .map(
            lag ->
                new Sign(
                    "listener",
                    lag.parked() > 0 ? State.BAD : age(lag.behind()),
                    Reading.of(
                        "listener",
                        Reading.of("listener." + lag.listener()),
                        Reading.of(lag.behind()),
                        lag.parked())))
        .toList();
  }

  /// Known from the line each backup leaves in the audit log.
  private Sign backup() {
    var last = desk.audit().of("backup", 1);
    if (last.isEmpty()) return new Sign("backup", State.BAD, Reading.of("never"));
    var age = Duration.between(last.getFirst().at(), clock.instant());
    return new Sign(
        "backup",
        age.compareTo(OLD_BACKUP) > 0 ? State.BAD : State.GOOD,
        Reading.of("ago", Reading.of(age)));
  }

  private static State some(long count, State otherwise) {
    return count == 0 ? State.GOOD : otherwise;
  }

  private static State age(Duration age) {
    if (age.compareTo(STUCK) > 0) return State.BAD;
    return age.compareTo(LATE) > 0 ? State.WATCH : State.GOOD;
  }

  @Override
  public List<Letter> letters(long before, int limit) {
    return bot.deliveries().troubled(database.pool(), before, limit).stream()
        .map(ServiceUpkeep::letter)
        .toList();
  }

  private static Letter letter(Deliveries.Troubled one) {
    return new Letter(
        one.id(),
        one.address(),
        one.purpose(),
        one.ticket(),
        one.state().equals("dead"),
        one.attempts(),
        one.created(),
        one.trouble());
  }

  @Override
  public boolean retry(long id) {
    return bot.deliveries().retry(database.pool(), id);
  }
}
