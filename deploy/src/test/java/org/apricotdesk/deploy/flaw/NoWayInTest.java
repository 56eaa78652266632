package org.apricotdesk.deploy.flaw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.deploy.backup.Backup;
import org.apricotdesk.deploy.service.PrivacyKey;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What the running product shows to whom it does not know, and what must not come out at all.
class NoWayInTest {
  private static final String PHONE = "13912345678";
  private static final String SAID = "三楼护士站腕带打不出来，患者电话" + PHONE;

  @TempDir static Path folder;
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static RunningProduct product;

  @BeforeAll
  static void start() {
    LOG.start();
    root().addAppender(LOG);
    product = new RunningProduct(folder);
    var nurse = product.demo().simulator().member("sunlili");
    nurse.says(SAID);
    nurse.hears("#1001");
  }

  @AfterAll
  static void stop() throws IOException {
    root().detachAppender(LOG);
    product.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  @DisplayName("19: what opens without signing in is a list that somebody has read")
  void what_opens_without_signing_in_is_a_list_that_somebody_has_read() throws IOException {
    var open = new TreeSet<String>();
    for (var line : product.demo().service().routes())
      if (line.rule() instanceof Rule.Anyone(var reason))
        open.add(line.method() + " " + line.path() + ": " + reason);

    assertThat(open).containsExactlyElementsOf(reviewed());
  }

  private static List<String> reviewed() throws IOException {
    var name = "routes-without-sign-in.txt";
    try (var file = Objects.requireNonNull(NoWayInTest.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  @DisplayName("18, 19, 20: a stranger gets no page, no form, no answer and no file")
  void a_stranger_gets_no_page_no_form_no_answer_and_no_file() {
    var stranger = product.browser();
    for (var line : product.demo().service().routes()) {
      if (line.rule() instanceof Rule.Anyone) continue;
      var path = line.path().replaceAll(":[a-z]+", "1");
      var answer =
          line.method().equals(HttpMethod.GET) ? stranger.gets(path) : stranger.posts(path);
      assertThat(answer.statusCode()).as(line.toString()).isEqualTo(302);
      assertThat(Browser.location(answer)).startsWith("/signin?to=");
    }
    var contract = new JsonObject(stranger.gets("/api/v1/openapi.json").body());
    for (var path : contract.getJsonObject("paths").fieldNames()) {
      var call = "/api/v1" + path.replaceAll("\\{[a-z]+}", "1").replaceFirst("^/api/v1", "");
      assertThat(stranger.gets(call).statusCode()).as(call).isEqualTo(401);
      assertThat(stranger.posts(call, "application/json", "{}").statusCode()).isEqualTo(401);
    }
    for (var path : List.of("//my", "/my/", "/MY", "/my;x", "/%6dy", "/signin/..%2fmy", "/./my"))
      assertThat(stranger.gets(path).statusCode()).as(path).isIn(302, 404);
  }

  @Test
  @DisplayName("18: of the knowledge base and of the hospital a stranger reads not a word")
  void a_stranger_reads_not_a_word() {
    var names =
        product.demo().service().desk().people().everybody().stream().map(p -> p.name()).toList();
    var stranger = product.browser();
    for (var path :
        List.of(
            "/",
            "/signin",
            "/knowledge",
            "/knowledge/KB-0001",
            "/knowledge/found?q=打印机",
            "/api/v1/answers?q=打印机",
            "/api/v1/articles",
            "/api/v1/articles/KB-0001",
            "/briefs/1",
            "/incidents",
            "/metrics",
            "/health/ready",
            "/health/live",
            "/api/v1/openapi.json",
            "/robots.txt",
            "/.git/config",
            "/apricot.yaml",
            "/actuator",
            "/data",
            "/sitemap.xml")) {
      var body = stranger.gets(path.replace("打印机", "%E6%89%93%E5%8D%B0%E6%9C%BA")).body();
      assertThat(body).as(path).doesNotContain("腕带", "KB-0001\"").doesNotContain(names);
    }
  }

  @Test
  @DisplayName("54: no answer, table, log or backup holds a secret, and no log what people wrote")
  void no_answer_table_log_or_backup_holds_a_secret() throws IOException {
    var director = product.browser();
    director.signsIn("shenguangyuan", "/");
    var token = product.demo().service().desk().tokens().create("scan", Role.DIRECTOR);
    var secrets = new ArrayList<>(product.secrets());
    secrets.add(Files.readString(PrivacyKey.generatedIn(folder)).strip());
    secrets.add(token);
    var cookie = director.cookie("apricot");

    for (var line : product.demo().service().routes()) {
      if (!line.method().equals(HttpMethod.GET) || line.path().equals("/live")) continue;
      var body =
          director.gets(line.path().replaceAll(":number", "1001").replaceAll(":[a-z]+", "people"));
      assertThat(body.body())
          .as(line.toString())
          .doesNotContain(secrets)
          .doesNotContain(cookie, PHONE);
    }
    for (var path : List.of("tickets/1001", "tickets", "people", "incidents", "articles"))
      assertThat(director.gets("/api/v1/" + path, "authorization", "Bearer " + token).body())
          .as(path)
          .doesNotContain(secrets)
          .doesNotContain(PHONE);
    assertThat(director.gets("/metrics").body()).doesNotContain(secrets);

    secrets.add(cookie);
    var settings = SettingsReader.read(Map.of("APRICOT_DATA_DIR", folder.toString()));
    try (var storage = Storage.open(settings)) {
      secrets.add(storage.database().url().replaceAll(".*:([^@]+)@.*", "$1"));
      var file = folder.resolve("scan.zip");
      new Backup(storage.database(), folder.resolve("media"), Clock.systemUTC()).write(file);
      assertThat(text(file)).contains("腕带打不出来").doesNotContain(secrets).doesNotContain(PHONE);
    }
    assertThat(logged()).isNotEmpty().doesNotContain(secrets).doesNotContain(PHONE, "腕带", "护士站");
  }

  private static String text(Path backup) throws IOException {
    var text = new StringBuilder();
    try (var zip = new ZipFile(backup.toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); )
        text.append(new String(zip.getInputStream(entries.nextElement()).readAllBytes(), UTF_8));
    }
    return text.toString();
  }

  private static String logged() {
    var text = new StringBuilder();
    for (var event : List.copyOf(LOG.list)) {
      text.append(event.getFormattedMessage()).append('\n');
      for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause())
        text.append(cause.getMessage()).append('\n');
    }
    return text.toString();
  }
}
