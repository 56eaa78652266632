package org.apricotdesk.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WebTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");

  private static final PersonId NURSE = new PersonId("sunlili");
  private static final AdjustableClock CLOCK =
      AdjustableClock.at(Instant.parse("2026-03-16T01:00:00Z"));
  private static final AtomicInteger SENT = new AtomicInteger();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path uploads;
  private static People people;
  private static int port;

  @BeforeAll
  static void listen() {
    people = new People(db.database(), List.of());
    Identity nobody =
        new Identity() {
          @Override
          public URI authorize(boolean insideWeCom, URI callback, String state) {
            return URI.create("https://wecom.example/authorize?state=" + state);
          }

          @Override
          public Optional<PersonId> whoIs(String code) {
            return Optional.empty();
          }
        };
    var web =
        new Web(
            db.database(),
            CLOCK,
            people,
            nobody,
            URI.create("http://localhost"),
            Pages.open(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"), CLOCK, List::of),
            uploads);
    web.routes()
        .get("/mine", Rule.signedIn(), c -> c.end(Gate.session(c).csrf()))
        .get("/console", Rule.anyOf(Role.SYSADMIN), c -> c.end("console"))
        .get("/broken", Rule.signedIn(), c -> c.fail(new IllegalStateException("secret detail")))
        .post(
            "/mine",
            Rule.signedIn(),
            c -> web.pages().done(c, "/mine?sent=" + SENT.incrementAndGet()));
    var options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    db.vertx().deployVerticle(new Server(web), options).await();
  }

  private static final class Server extends AbstractVerticle {
    private final Web web;

    Server(Web web) {
      this.web = web;
    }

    @Override
    public void start() {
      var router = Router.router(vertx);
      web.mount(router);
      port = vertx.createHttpServer().requestHandler(router).listen(0).await().actualPort();
    }
  }

  @Test
  void who_is_not_signed_in_is_led_to_sign_in_and_back() throws Exception {
    var response = get("/mine", "");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("location")).hasValue("/signin?to=%2Fmine");
    assertThat(get("/signin?to=%2Fmine", "").body()).contains("企业微信登录", "to=%2Fmine");
  }

  @Test
  void the_sign_in_page_speaks_the_readers_language_and_echoes_nothing_dangerous()
      throws Exception {
    var request =
        request("/signin?to=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "")
            .header("accept-language", "en")
            .build();
    var body = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();

    assertThat(body).contains("Sign in with WeCom").doesNotContain("<script>alert");
  }

  @Test
  void a_route_for_administrators_is_closed_to_others() throws Exception {
    assertThat(get("/console", signedIn()).statusCode()).isEqualTo(403);
  }

  @Test
  void every_page_tells_the_browser_what_to_refuse() throws Exception {
    for (var path : new String[] {"/signin", "/nowhere", "/mine", "/assets/apricot.css"}) {
      assertThat(get(path, "").headers().firstValue("content-security-policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
    }
  }

  @Test
  void a_failure_says_sorry_and_nothing_else() throws Exception {
    var response = get("/broken", signedIn());

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("服务暂时出错").doesNotContain("secret detail");
  }

  @Test
  void a_form_needs_the_word_of_its_session() throws Exception {
    var session = signedIn();

    assertThat(post("/mine", session, "form=f0").statusCode()).isEqualTo(403);
    assertThat(post("/mine", session, "form=f0&csrf=guess").statusCode()).isEqualTo(403);
    assertThat(post("/mine", session, "form=f0&csrf=" + csrf(session)).statusCode()).isEqualTo(302);
  }

  @Test
  void a_form_that_is_sent_twice_counts_once() throws Exception {
    var session = signedIn();
    var form = "form=f1&csrf=" + csrf(session);

    var first = post("/mine", session, form).headers().firstValue("location");
    var again = post("/mine", session, form).headers().firstValue("location");

    assertThat(again).isEqualTo(first);
  }

  @Test
  void a_session_ends_after_half_an_hour_without_a_word() throws Exception {
    var session = signedIn();
    CLOCK.advance(Duration.ofMinutes(29));
    assertThat(get("/mine", session).statusCode()).isEqualTo(200);
    CLOCK.advance(Duration.ofMinutes(29));
    assertThat(get("/mine", session).statusCode()).isEqualTo(200);
    CLOCK.advance(Duration.ofMinutes(31));
    assertThat(get("/mine", session).statusCode()).isEqualTo(302);
  }

  @Test
  void a_session_ends_after_twelve_hours_however_busy_it_is() throws Exception {
    var session = signedIn();
    for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      CLOCK.advance(Duration.ofMinutes(20));
      assertThat(get("/mine", session).statusCode()).isEqualTo(200);
    }
    CLOCK.advance(Duration.ofMinutes(20));

    assertThat(get("/mine", session).statusCode()).isEqualTo(302);
  }

  @Test
  void what_opens_something_is_long_random_and_kept_nowhere_as_it_is() {
    var session = signedIn();
    var link = new SignInLinks(db.database(), CLOCK).create(NURSE, "/mine");
    var token = new org.apricotdesk.desk.staff.Tokens(db.database(), people, CLOCK);
    var words =
        List.of(session, link.replace("/enter/", ""), token.create("test", Role.STAFF), signedIn());

    assertThat(words).doesNotHaveDuplicates().allMatch(word -> word.length() >= 43);
    for (var table : List.of("session", "sign_in_link", "token")) {
      var rows = db.database().pool().query("SELECT t::text FROM desk." + table + " t");
      for (var row : rows.execute().await())
        assertThat(row.getString(0)).as(table).doesNotContain(words);
    }
  }

  @Test
  void of_fifty_uses_of_a_link_one_enters() throws Exception {
    var links = new SignInLinks(db.database(), CLOCK);
    var path = links.create(NURSE, "/tickets/1");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> use = () -> get(path, "").statusCode();
      var answers =
          threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> use).toList()).stream()
              .map(WebTest::result)
              .collect(Collectors.groupingBy(code -> code, Collectors.counting()));

      assertThat(answers).containsEntry(302, 1L).containsEntry(403, 49L);
    }
  }

  @Test
  void a_link_ends_after_a_day() throws Exception {
    var path = new SignInLinks(db.database(), CLOCK).create(NURSE, "/tickets/1");
    CLOCK.advance(Duration.ofHours(25));

    assertThat(get(path, "").statusCode()).isEqualTo(403);
  }

  @Test
  void coming_back_from_wecom_without_having_left_from_here_is_refused() throws Exception {
    assertThat(get("/signin/back?code=c&state=s", "").statusCode()).isEqualTo(403);
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(Pages.class).incomplete()).isEmpty();
  }

  private static int result(java.util.concurrent.Future<Integer> answer) {
    return answer.resultNow();
  }

  private static String signedIn() {
    return new Sessions(db.database(), CLOCK).open(NURSE);
  }

  private static String csrf(String session) throws Exception {
    return get("/mine", session).body();
  }

  private static HttpResponse<String> get(String path, String session) throws Exception {
    return HTTP.send(request(path, session).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String session, String form)
      throws Exception {
    var request =
        request(path, session)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path, String session) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("cookie", "apricot=" + session);
  }
}
