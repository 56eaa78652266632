package org.apricotdesk.deploy.service;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apricotdesk.bot.Bot;
import org.apricotdesk.bot.dialogue.KnowledgeAdvice;
import org.apricotdesk.bot.notice.OwnerNews;
import org.apricotdesk.bot.notice.Words;
import org.apricotdesk.bot.signin.WeComIdentity;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.work.Loop;
import org.apricotdesk.deploy.http.Health;
import org.apricotdesk.deploy.http.Metrics;
import org.apricotdesk.deploy.http.Server;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.answer.AnswerCalls;
import org.apricotdesk.desk.answer.ArticleCalls;
import org.apricotdesk.desk.answer.BestArticle;
import org.apricotdesk.desk.answer.CareCalls;
import org.apricotdesk.desk.answer.KnowledgePages;
import org.apricotdesk.desk.brief.BriefPages;
import org.apricotdesk.desk.console.ConsolePages;
import org.apricotdesk.desk.incident.web.IncidentPages;
import org.apricotdesk.desk.maintenance.web.MaintenancePages;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.round.web.RoundPages;
import org.apricotdesk.desk.suggestion.web.SuggestionPages;
import org.apricotdesk.desk.survey.web.SurveyPages;
import org.apricotdesk.desk.ticket.web.TicketPages;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Web;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.KnowledgeFiles;

/// One running instance of the product.
public final class Service implements AutoCloseable {
  private static final int KNOWLEDGE_CONNECTIONS = 4;
  private static final Duration CARE = Duration.ofMinutes(10);

  private final Settings settings;
  private final Clock clock;
  private final Deque<AutoCloseable> open;
  private final Metrics metrics;
  private final Vertx vertx;
  private final Database database;
  private final Desk desk;
  private final Knowledge knowledge;
  private final Bot bot;
  private final OwnerNews owners;
  private final Health health;
  private final Web web;
  private final Server server;

  private Service(
      Settings settings,
      Storage storage,
      KnowledgeFiles files,
      Clock clock,
      Deque<AutoCloseable> open) {
    this.settings = settings;
    this.clock = clock;
    this.open = open;
    metrics = opened(new Metrics());
    vertx = metrics.vertx();
    open.push(() -> vertx.close().await());
    database = opened(Database.open(vertx, storage.database()));
    desk = opened(Desk.open(database, clock, settings).start());
    knowledge = opened(knowledge(storage.database(), files));
    desk.indicators().counting(knowledge.feedback());
    desk.briefs().tippedBy(new BestArticle(knowledge, clock, desk.zone()));
    var advice = new KnowledgeAdvice(knowledge, desk.zone());
    bot = opened(Bot.open(vertx, database, desk, advice, settings, clock));
    owners = owners();
    opened(Loop.every(CARE, "knowledge-care", this::careForKnowledge));
    health = health();
    web = web();
    measureWork();
    server = opened(Server.start(vertx, settings.http(), router()));
    knowledge.follow();
  }

  /// The knowledge base has connections of its own: it is asked in the middle of transactions.
  private Knowledge knowledge(DatabaseSettings shared, KnowledgeFiles files) {
    var few = new DatabaseSettings(shared.url(), KNOWLEDGE_CONNECTIONS);
    var own = opened(Database.open(vertx, few));
    var masker = new Masker(desk.people()::isStaffName);
    return Knowledge.open(own, files, clock, text -> masker.mask(text).hidesAnything());
  }

  private OwnerNews owners() {
    var words = new Words(settings.organisation().locale(), desk.wordings());
    var zone = settings.organisation().timeZone();
    return new OwnerNews(database, bot.deliveries(), desk.people(), words, clock, zone);
  }

  /// Safe to run on every instance and at any time.
  private void careForKnowledge() {
    knowledge.feedback().settle();
    knowledge.gaps().clusterLastWeek(settings.organisation().timeZone());
    owners.tell(knowledge);
  }

  /// Builds everything on migrated storage and listens. What is already open is closed again if a
  /// later part fails.
  public static Service start(Settings settings, Storage storage, Clock clock) {
    return start(settings, storage, KnowledgeFiles.in(settings.dataDir()), clock);
  }

  /// The same with the knowledge base's files already being opened; they are closed with it.
  public static Service start(
      Settings settings, Storage storage, KnowledgeFiles files, Clock clock) {
    var open = new ArrayDeque<AutoCloseable>();
    open.push(files); // whatever fails before the knowledge base has them
    try {
      return new Service(settings, storage, files, clock, open);
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      Closing.all(open);
      throw failure;
    }
  }

  public Desk desk() {
    return desk;
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /// Every page it has, each with who may open it.
  public List<RouteTable.Line> routes() {
    return web.routes().lines();
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  private Health health() {
    var checks = new Health(vertx);
    bot.robotConnection().ifPresent(_ -> watchRobot(checks));
    return checks
        .needs("database", () -> database.pool().query("SELECT 1").execute())
        .tells("index", () -> knowledge.health().caughtUp() ? "caught up" : "catching up")
        .tells("embedding", () -> knowledge.health().byMeaning() ? "works" : "words only");
  }

  private void watchRobot(Health checks) {
    checks.watches(
        "robot",
        () -> bot.robotConnection().map(RobotHealth::code).orElse(""),
        () -> bot.robotConnection().flatMap(RobotHealth::trouble));
  }

  private void measureWork() {
    var work = new WorkMetrics(metrics.registry(), bot);
    metrics.measures(
        () -> work.read(bot.backlog(), desk.events().lags(database.pool(), clock.instant())));
  }

  private Router router() {
    var router = Router.router(vertx);
    health.mount(router);
    metrics.mount(router);
    bot.mount(router);
    var answers = new AnswerCalls(knowledge, desk.people());
    var articles = new ArticleCalls(knowledge);
    desk.api(vertx, List.of(answers, articles, new CareCalls(knowledge))).mount(router);
    web.mount(router);
    return router;
  }

  private Web web() {
    var locale = settings.organisation().locale();
    var zone = settings.organisation().timeZone();
    var pages = Pages.open(locale, zone, clock, () -> IncidentPages.announced(desk.incidents()));
    var identity = new WeComIdentity(bot.wecom(), settings.wecom().app().isPresent());
    var uploads = settings.dataDir().resolve("uploads");
    var address = settings.http().publicUrl();
    var web = new Web(database, clock, desk.people(), identity, address, pages, uploads);
    new TicketPages(desk, pages, bot.reportReader(), zone, clock).addTo(web.routes());
    new KnowledgePages(desk, knowledge, pages, clock).addTo(web.routes());
    var upkeep = new ServiceUpkeep(database, desk, bot, knowledge, clock);
    new ConsolePages(desk, pages, clock, bot.rehearsal(), upkeep, bot.phrasebook())
        .addTo(web.routes());
    desk.dashboard(pages).addTo(web.routes());
    desk.ownFigures(pages).addTo(web.routes());
    desk.assessments(pages).addTo(web.routes());
    new BriefPages(desk.briefs(), desk.readings(), desk.people(), pages).addTo(web.routes());
    new IncidentPages(desk, pages, zone, clock).addTo(web.routes());
    new MaintenancePages(desk, pages, zone, clock).addTo(web.routes());
    new SuggestionPages(desk, database, pages).addTo(web.routes());
    new SurveyPages(desk, pages).addTo(web.routes());
    new RoundPages(desk, pages, zone, clock).addTo(web.routes());
    return web;
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /// Stops in the order that loses nothing: no new requests, then the bot, the desk, the data.
  @Override
  public void close() {
    health.leave();
    Closing.all(open);
  }
}
