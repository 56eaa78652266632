package org.apricotdesk.desk.api;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.IndicatorCalls;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tokens;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
  private static final String NEW_TICKET =
      """
      {"kind":"incident","title":"打印机卡纸","description":"三楼打印机卡纸",
       "category":"printer.laser.jam","department":"main-guyi","requester":"sunlili","priority":"P3"}
      """;

  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static DeskFixture desk;
  private static Audit audit;
  private static WebClient client;
  private static String director;
  private static String engineer;
  private static String staff;
  private static String auditor;

  @BeforeAll
  static void startTheApi() {
    desk = new DeskFixture(db);
    audit = new Audit(desk.database, desk.clock);
    var tokens = new Tokens(desk.database, desk.people, desk.clock);
    director = tokens.create("board", Role.DIRECTOR);
    engineer = tokens.create("robot", Role.ENGINEER);
    staff = tokens.create("kiosk", Role.STAFF);
    auditor = tokens.create("review", Role.AUDITOR);
    var server = new Server(desk, audit);
    db.vertx()
        .deployVerticle(
            server, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    client =
        WebClient.create(
            db.vertx(),
            new WebClientOptions().setDefaultHost("localhost").setDefaultPort(server.port));
  }

  private static final class Server extends AbstractVerticle {
    private final DeskFixture desk;
    private final Audit audit;
    private int port;

    private Server(DeskFixture desk, Audit audit) {
      this.desk = desk;
      this.audit = audit;
    }

    @Override
    public void start(Promise<Void> started) {
      var router = Router.router(vertx);
      var zone = ZoneId.of("Asia/Shanghai");
      var incidents =
          new Incidents(
              desk.database,
              new EventLog("desk"),
              desk.tickets,
              desk.people,
              desk.catalogue,
              desk.clock,
              zone);
      List<ApiPart> parts =
          List.of(
              new TicketCalls(
                  desk.tickets, desk.people, desk.catalogue, desk.access, _ -> Map.of(), zone),
              new PeopleCalls(desk.people),
              new IndicatorCalls(
                  new Indicators(
                          desk.database,
                          desk.access,
                          new Calendars(desk.database, zone),
                          desk.clock,
                          zone)
                      .counting(
                          incidents,
                          new Maintenance(
                              desk.database,
                              new EventLog("desk"),
                              desk.people,
                              incidents.known(),
                              desk.clock)),
                  zone));
      new Api(vertx, desk.database, desk.people, audit, new OnlyOnce(desk.clock), parts)
          .mount(router);
      port =
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(0, "localhost")
              .await()
              .actualPort();
      started.complete();
    }
  }

  @Test
  void the_contract_is_open_to_read_and_says_3_1() {
    var answer = client.get("/api/v1/openapi.json").send().await();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject().getString("openapi")).startsWith("3.1");
    assertThat(answer.bodyAsJsonObject().getJsonObject("paths").fieldNames())
        .contains("/tickets/{number}/{action}");
  }

  @Test
  void without_a_valid_token_nothing_is_told() {
    for (var token : List.of("-", "wrong", director + "x")) {
      var answer = get(token, "/tickets");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(type(answer)).isEqualTo("urn:apricotdesk:problem:no-token");
    }
    assertThat(client.get("/api/v1/nothing/here").send().await().statusCode()).isEqualTo(401);
  }

  @Test
  void a_ticket_goes_its_way_by_api() {
    var ticket = post(director, "/tickets", NEW_TICKET);
    assertThat(ticket.statusCode()).isEqualTo(201);
    held(ticket, "openTicket");
    var number = ticket.bodyAsJsonObject().getLong("number");

    var claimed = act(engineer, number, "claim", "{\"version\":%d}".formatted(version(ticket)));
    assertThat(claimed.bodyAsJsonObject().getString("assignee")).isEqualTo("api:robot");
    held(claimed, "changeTicket");
    var resolved =
        act(
            engineer,
            number,
            "resolve",
            """
            {"version":%d,"solution":"取出卡住的纸","cause":"hardware"}
            """
                .formatted(version(claimed)));
    assertThat(resolved.bodyAsJsonObject().getString("status")).isEqualTo("resolved");

    var shown = get(director, "/tickets/" + number);
    held(shown, "showTicket");
    assertThat(shown.bodyAsJsonObject().getJsonArray("events").size()).isEqualTo(4);
    assertThat(shown.bodyAsJsonObject().getString("requester")).isEqualTo("sunlili");
  }

  @Test
  void figures_are_told_for_a_period_and_by_team() {
    desk.wristband();
    var whole = get(director, "/indicators?from=2026-03-01&to=2026-04-01");
    held(whole, "listIndicators");
    assertThat(whole.bodyAsString()).contains("resolution_timely_rate");
    var teams = get(director, "/indicators?from=2026-03-01&to=2026-04-01&by=team");
    held(teams, "listIndicators");
    assertThat(teams.bodyAsString()).contains("\"key\":\"operations\"");
    assertThat(get(director, "/indicators?from=2026-04-01&to=2026-03-01").statusCode())
        .isEqualTo(400);
    assertThat(get(director, "/indicators?from=soon&to=2026-03-01").statusCode()).isEqualTo(400);
    assertThat(get(staff, "/indicators?from=2026-03-01&to=2026-04-01").statusCode()).isEqualTo(403);
  }

  @Test
  void a_stale_version_and_a_refusal_are_conflicts_with_a_reason() {
    var ticket = desk.wristband();
    desk.tickets.handle(ticket.number(), new org.apricotdesk.desk.ticket.Command.Claim(SHAO));

    var claim = "{\"version\":%d}".formatted(ticket.version() + 1);
    var taken = act(engineer, ticket.number().value(), "claim", claim);
    assertThat(taken.statusCode()).isEqualTo(404); // not in the pool any more, so not to be seen
    var refused = act(director, ticket.number().value(), "claim", claim);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.bodyAsJsonObject().getString("reason")).isEqualTo("already_claimed");
    assertThat(refused.bodyAsJsonObject().getString("assignee")).isEqualTo("shaojiale");
    var stale = act(director, ticket.number().value(), "note", "{\"version\":1,\"text\":\"在路上了\"}");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(type(stale)).isEqualTo("urn:apricotdesk:problem:stale");
  }

  @Test
  void unknown_fields_parameters_and_values_are_refused() {
    assertThat(post(director, "/tickets", "{\"kind\":\"incident\",\"admin\":true}").statusCode())
        .isEqualTo(400);
    assertThat(post(director, "/tickets", NEW_TICKET.replace("P3", "P9")).statusCode())
        .isEqualTo(400);
    assertThat(post(director, "/tickets", NEW_TICKET.replace("laser.jam", "no.such")).statusCode())
        .isEqualTo(400);
    assertThat(post(director, "/tickets", "no json").statusCode()).isEqualTo(400);
    for (var query :
        List.of(
            "?sort=title", "?status=lost", "?limit=201", "?limit=0", "?cursor=xyz", "?from=x")) {
      var answer = get(director, "/tickets" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate     | {"version":1}                                            | score
          rate     | {"version":1,"score":9}                                  | score
          merge    | {"version":1}                                            | parent
          merge    | {"version":1,"parent":99999999999999999999}              | parent
          resolve  | {"version":1,"solution":"换了胶辊","category":"Bad!"}    | category
          category | {"version":1,"category":" "}                             | category
          assign   | {"version":1}                                            | to
          pause    | {"version":1,"text":"等"}                                | state
          pause    | {"version":1,"state":"scheduled","text":"等","until":"x"} | until
          cancel   | {"version":1,"reason":"whim"}                            | reason
          priority | {"version":1,"reason":"急"}                              | priority
          claim    | {"version":4294967297}                                   | version
          claim    | {"version":99999999999999999999}                         | version
          claim    | {}                                                       | version
          claim    | {"version":1,"score":5}                                  | score
          confirm  | {"version":1,"text":"好"}                                | text
          """)
  void a_wrong_or_needless_field_of_an_action_is_named(String action, String body, String field) {
    var number = desk.wristband().number().value();

    invalid(act(director, number, action, body), field);
    assertThat(desk.tickets.find(new TicketNumber(number)).orElseThrow().status())
        .isEqualTo(Status.NEW);
  }

  @Test
  void a_blank_department_is_named() {
    invalid(post(director, "/tickets", NEW_TICKET.replace("main-guyi", " ")), "department");
  }

  @Test
  void an_auditor_files_nothing() {
    var answer = post(auditor, "/tickets", NEW_TICKET);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
  }

  private static void invalid(HttpResponse<Buffer> answer, String field) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(400);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.bodyAsJsonObject().getString("detail")).contains(field);
  }

  @Test
  void too_large_a_body_is_refused() {
    var huge = NEW_TICKET.replace("三楼打印机卡纸", "纸".repeat(200_000));

    assertThat(post(director, "/tickets", huge).statusCode()).isEqualTo(413);
  }

  @Test
  void foreign_tickets_do_not_exist() {
    var number = desk.tickets.open(desk.report(SUN, Priority.P3)).number().value();

    assertThat(get(staff, "/tickets/" + number).statusCode()).isEqualTo(404);
    assertThat(act(staff, number, "nudge", "{\"version\":1}").statusCode()).isIn(400, 404);
    assertThat(act(staff, number, "cancel", "{\"version\":2,\"reason\":\"test\"}").statusCode())
        .isEqualTo(404);
    assertThat(get(director, "/tickets/999999").statusCode()).isEqualTo(404);
    assertThat(get(director, "/tickets/abc").statusCode()).isEqualTo(404);
  }

  @Test
  void a_repeated_write_with_its_key_gets_the_stored_answer() {
    var first = post(director, "/tickets", NEW_TICKET, "key-1");
    var second = post(director, "/tickets", NEW_TICKET, "key-1");
    var other = post(director, "/tickets", NEW_TICKET.replace("三楼", "五楼"), "key-1");
    var elsewhere = post(engineer, "/tickets", NEW_TICKET, "key-1");

    assertThat(second.bodyAsJsonObject()).isEqualTo(first.bodyAsJsonObject());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(elsewhere.bodyAsJsonObject().getLong("number"))
        .isNotEqualTo(first.bodyAsJsonObject().getLong("number"));
  }

  @Test
  void fifty_simultaneous_repeats_open_one_ticket() {
    var calls =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(_ -> request(HttpMethod.POST, director, "/tickets", "key-2"))
            .map(request -> request.sendBuffer(Buffer.buffer(NEW_TICKET)))
            .toList();

    assertThat(calls.stream().map(call -> call.await().bodyAsJsonObject().getLong("number")))
        .hasSize(50)
        .containsOnly(calls.getFirst().result().bodyAsJsonObject().getLong("number"));
  }

  @Test
  void lists_page_by_an_opaque_cursor() {
    for (var i = 0; i < 3; i++) desk.wristband();
    var seen = new ArrayList<Long>();
    var path = "/tickets?limit=2";
    for (var cursor = ""; cursor != null; ) {
      var page = get(director, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      held(page, "listTickets");
      for (var item : page.bodyAsJsonObject().getJsonArray("items"))
        seen.add(((JsonObject) item).getLong("number"));
      cursor = page.bodyAsJsonObject().getString("next");
    }

    assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(seen).hasSizeGreaterThan(3);
  }

  @Test
  void empty_parameters_count_as_absent() {
    var all =
        get(
            director,
            "/tickets?status=&assignee=&team=&campus=&department=&priority=&q=&from=&to=");

    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(get(director, "/tickets?q=%E8%85%95%E5%B8%A6&from=2026-03-16").statusCode())
        .isEqualTo(200);
  }

  @Test
  void people_are_listed_for_the_desk_only() {
    var page = get(director, "/people?limit=200");
    held(page, "listPeople");
    assertThat(page.bodyAsJsonObject().getJsonArray("items").size()).isEqualTo(45);
    var person = get(engineer, "/people/sunlili");
    held(person, "showPerson");
    assertThat(person.bodyAsJsonObject().getString("department")).isEqualTo("main-guyi");
    assertThat(get(engineer, "/people/nobody").statusCode()).isEqualTo(404);
    assertThat(get(staff, "/people").statusCode()).isEqualTo(403);
  }

  @Test
  void patient_data_typed_into_the_api_is_masked_before_it_is_kept() {
    var ticket =
        post(director, "/tickets", NEW_TICKET.replace("三楼打印机卡纸", "患者身份证 991301199001011234 打不出来"));

    assertThat(ticket.bodyAsJsonObject().getString("description"))
        .doesNotContain("991301199001011234");
  }

  @Test
  void reading_a_ticket_leaves_a_trace() {
    var number = desk.wristband().number().value();

    get(director, "/tickets/" + number);

    assertThat(audit.of("ticket " + number, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.actor()).isEqualTo("api:board"));
  }

  @Test
  void reading_a_list_leaves_a_trace_and_a_refusal_none() {
    get(director, "/people?limit=1");
    get(director, "/people/nobody-of-that-name");

    assertThat(audit.of("people", 10))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.action()).isEqualTo("list"));
    assertThat(audit.of("person nobody-of-that-name", 10)).isEmpty();
  }

  private static long version(HttpResponse<Buffer> ticket) {
    return ticket.bodyAsJsonObject().getLong("version");
  }

  private static String type(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getString("type");
  }

  private static HttpResponse<Buffer> get(String token, String path) {
    return request(HttpMethod.GET, token, path, "").send().await();
  }

  private static HttpResponse<Buffer> post(String token, String path, String body) {
    return post(token, path, body, "");
  }

  private static HttpResponse<Buffer> post(String token, String path, String body, String key) {
    return request(HttpMethod.POST, token, path, key).sendBuffer(Buffer.buffer(body)).await();
  }

  private static HttpResponse<Buffer> act(String token, long number, String action, String body) {
    return post(token, "/tickets/" + number + "/" + action, body);
  }

  private static io.vertx.ext.web.client.HttpRequest<Buffer> request(
      HttpMethod method, String token, String path, String key) {
    var request = client.request(method, "/api/v1" + path).bearerTokenAuthentication(token);
    if (method.equals(HttpMethod.POST)) request.putHeader("Content-Type", "application/json");
    if (!key.isEmpty()) request.putHeader("Idempotency-Key", key);
    return request;
  }

  /// Our own answers keep to the contract as well.
  private static void held(HttpResponse<Buffer> answer, String operation) {
    var contract = client.get("/api/v1/openapi.json").send().await().bodyAsJsonObject();
    var validator =
        ResponseValidator.create(
            db.vertx(), OpenAPIContract.from(db.vertx(), Contract.forRouter(contract)).await());
    validator
        .validate(
            ValidatableResponse.create(
                answer.statusCode(), Map.of(), answer.body(), answer.getHeader("Content-Type")),
            operation)
        .await();
  }
}
