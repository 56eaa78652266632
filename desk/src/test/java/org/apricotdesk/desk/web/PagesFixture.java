package org.apricotdesk.desk.web;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.answer.KnowledgePages;
import org.apricotdesk.desk.brief.BriefPages;
import org.apricotdesk.desk.console.ConsolePages;
import org.apricotdesk.desk.console.Rehearsal;
import org.apricotdesk.desk.incident.web.IncidentPages;
import org.apricotdesk.desk.maintenance.web.MaintenancePages;
import org.apricotdesk.desk.round.web.RoundPages;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.web.SuggestionPages;
import org.apricotdesk.desk.survey.web.SurveyPages;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.web.ReportReader;
import org.apricotdesk.desk.ticket.web.TicketPages;
import org.apricotdesk.knowledge.Knowledge;

/// All pages of the desk over real HTTP, for the sample hospital.
public final class PagesFixture {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public final AdjustableClock clock = AdjustableClock.at(DeskFixture.MONDAY_MORNING);
  public final Desk desk;
  public final Web web;
  public final Knowledge knowledge;
  public final Letters letters = new Letters();
  private final TestDatabase db;
  private final String base;

  public PagesFixture(TestDatabase db, Path folder) {
    this.db = db;
    var settings = SettingsReader.read(Map.of("APRICOT_DATA_DIR", folder.toString()));
    desk = Desk.open(db.database(), clock, settings);
    desk.importOrganisation(SampleHospital.org());
    desk.importCatalogue(SampleHospital.catalogue());
    var pages =
        Pages.open(
            Locale.SIMPLIFIED_CHINESE,
            ZONE,
            clock,
            () -> IncidentPages.announced(desk.incidents()));
    var home = URI.create("http://localhost");
    web = new Web(db.database(), clock, desk.people(), new NoIdentity(), home, pages, folder);
    new TicketPages(desk, pages, asTyped(), ZONE, clock).addTo(web.routes());
    new ConsolePages(desk, pages, clock, this::asFault, letters, new Sentences())
        .addTo(web.routes());
    desk.dashboard(pages).addTo(web.routes());
    desk.ownFigures(pages).addTo(web.routes());
    desk.assessments(pages).addTo(web.routes());
    new BriefPages(desk.briefs(), desk.readings(), desk.people(), pages).addTo(web.routes());
    new IncidentPages(desk, pages, ZONE, clock).addTo(web.routes());
    new MaintenancePages(desk, pages, ZONE, clock).addTo(web.routes());
    new SuggestionPages(desk, db.database(), pages).addTo(web.routes());
    new SurveyPages(desk, pages).addTo(web.routes());
    new RoundPages(desk, pages, ZONE, clock).addTo(web.routes());
    knowledge = Knowledge.open(db.database(), folder.resolve("knowledge"), clock, _ -> false);
    db.atEnd(knowledge::close);
    desk.indicators().counting(knowledge.feedback());
    new KnowledgePages(desk, knowledge, pages, clock).addTo(web.routes());
    base = listen();
  }

  /// Somebody with a browser, signed in.
  public Visitor visitor(PersonId person) {
    return new Visitor(base, new Sessions(db.database(), clock).open(person));
  }

  /// Somebody nobody knows.
  public Visitor stranger() {
    return new Visitor(base, "");
  }

  /// Lets somebody work for these campuses only.
  public void scope(PersonId person, String... campuses) {
    var values = Tuple.tuple().addString(person.value()).addArrayOfString(campuses);
    var pool = db.database().pool();
    pool.preparedQuery("UPDATE desk.person SET campus_scope = $2 WHERE id = $1")
        .execute(values)
        .await();
    pool.query("UPDATE desk.revision SET value = value + 1 WHERE name = 'people'")
        .execute()
        .await();
    desk.people().refresh();
  }

  /// What a program gets that calls the API.
  public HttpResponse<Buffer> calls(String token, String path) {
    return WebClient.create(db.vertx())
        .getAbs(base + path)
        .bearerTokenAuthentication(token)
        .send()
        .await();
  }

  /// What a program gets that sends something to the API.
  public HttpResponse<Buffer> sends(String token, String path, JsonObject body) {
    return WebClient.create(db.vertx())
        .postAbs(base + path)
        .bearerTokenAuthentication(token)
        .sendJsonObject(body)
        .await();
  }

  private String listen() {
    var port = new CompletableFuture<Integer>();
    var threads = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    db.vertx().deployVerticle(new Server(desk, web, port), threads).await();
    return "http://127.0.0.1:" + port.join();
  }

  private static final class Server extends AbstractVerticle {
    private final Desk desk;
    private final Web web;
    private final CompletableFuture<Integer> port;

    Server(Desk desk, Web web, CompletableFuture<Integer> port) {
      this.desk = desk;
      this.web = web;
      this.port = port;
    }

    @Override
    public void start() {
      var router = Router.router(vertx);
      desk.api(vertx, List.of()).mount(router);
      web.mount(router);
      var server = vertx.createHttpServer().requestHandler(router).listen(0).await();
      port.complete(server.actualPort());
    }
  }

  /// Nobody comes in through WeCom here: the tests open their sessions themselves.
  private static final class NoIdentity implements Identity {
    @Override
    public URI authorize(boolean insideWeCom, URI callback, String state) {
      return callback;
    }

    @Override
    public Optional<PersonId> whoIs(String code) {
      return Optional.empty();
    }
  }

  /// Takes every sentence for a fault; understanding it is the bot's part.
  private List<Rehearsal.Heard> asFault(Person speaker, String sentence) {
    var report = asTyped().read(speaker, sentence, "", List.of());
    var reasons = List.of(new Rehearsal.Reason("category", sentence));
    var category = Optional.of(DeskFixture.WRISTBAND);
    return List.of(
        new Rehearsal.Heard(sentence, "fault", category, 0.9, reasons, Optional.of(report)));
  }

  /// Takes the form's words as they are; understanding them is the bot's part.
  private static ReportReader asTyped() {
    return (reporter, what, where, attachments) ->
        new NewTicket(
            TicketKind.INCIDENT,
            what,
            what,
            Optional.of(DeskFixture.WRISTBAND),
            Optional.empty(),
            Optional.empty(),
            Optional.of(where).filter(w -> !w.isBlank()),
            Optional.empty(),
            reporter.id(),
            reporter.id(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Channel.WEB,
            Optional.empty(),
            attachments,
            new JsonObject());
  }
}
