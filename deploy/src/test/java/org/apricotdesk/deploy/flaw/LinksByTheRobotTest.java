package org.apricotdesk.deploy.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Group;
import org.apricotdesk.bot.simulator.Member;
import org.apricotdesk.bot.simulator.Robot.Transport;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.bot.simulator.SimulatorSettings;
import org.apricotdesk.bot.simulator.Talk;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.deploy.service.Closing;
import org.apricotdesk.deploy.service.PrivacyKey;
import org.apricotdesk.deploy.service.Service;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hospital with the robot and no application: nobody can sign in through WeCom, so what the
/// robot says to somebody alone carries a way to their pages.
class LinksByTheRobotTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/enter/[\\w-]+)");
  private static final long PATIENCE = 60_000_000_000L;

  @TempDir Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AdjustableClock clock = AdjustableClock.running();
  private String address = "";
  private Simulator simulator;
  private Service service;

  @BeforeEach
  void start() throws IOException {
    var vertx = Vertx.vertx();
    open.push(() -> vertx.close().await());
    simulator =
        opened(Simulator.start(vertx, SimulatorSettings.empty(clock).hearingBy(Transport.SOCKET)));
    staff().forEach(simulator::add);
    var settings = settings();
    var storage = opened(Storage.open(settings)).migrated();
    load(vertx, storage, settings);
    service = opened(Service.start(settings, storage, clock));
    await("the robot is not connected", simulator::robotIsConnected);
  }

  @AfterEach
  void stop() {
    Closing.all(open);
  }

  @Test
  void a_report_is_followed_and_worked_on_by_links_that_the_robot_sends() {
    engineers().forEach(one -> one.robot().says("帮助"));
    var nurse = new Browser(address);
    simulator.member("sunlili").robot().says("三楼护士站腕带打不出来 急");
    var path = link(heard(simulator.member("sunlili").robot(), "催一下"));

    assertThat(Browser.location(nurse.gets(path))).isEqualTo("/tickets/1001");
    assertThat(nurse.gets("/tickets/1001").body()).contains("腕带", "催一下");
    assertThat(nurse.gets("/queue").statusCode()).as("she is a nurse there too").isEqualTo(403);
    nurse.posts("/tickets/1001/note", "application/x-www-form-urlencoded", note(nurse, "在三楼"));
    assertThat(nurse.gets("/tickets/1001").body()).contains("在三楼");

    var worker = new Browser(address);
    worker.gets(link(asked().robot().cardWith("接单")));
    assertThat(worker.gets("/tickets/1001").body()).contains("在三楼", "接单");
  }

  @Test
  void a_link_is_good_for_one_browser_and_one_day() {
    simulator.member("sunlili").robot().says("网页");
    var path = link(heard(simulator.member("sunlili").robot(), "点链接打开"));
    var nurse = new Browser(address);

    assertThat(Browser.location(nurse.gets(path))).isEqualTo("/");
    assertThat(Browser.location(nurse.gets(path))).as("tapped again").isEqualTo("/");
    assertThat(nurse.isSignedIn()).isTrue();
    var thief = new Browser(address);
    assertThat(thief.gets(path).statusCode()).isEqualTo(403);
    assertThat(thief.isSignedIn()).isFalse();

    simulator.member("sunlili").robot().says("打开网页");
    await("no second link", () -> links(simulator.member("sunlili").robot().chat()).count() == 2);
    var later = links(simulator.member("sunlili").robot().chat()).toList().getLast();
    clock.advance(Duration.ofHours(25));
    assertThat(new Browser(address).gets(later).statusCode()).isEqualTo(403);
  }

  @Test
  void a_link_of_somebodys_own_is_never_said_in_a_group() {
    var ward = simulator.add(Group.of("wrWard01", "骨一病区", "sunlili", "liuwenjing"));
    var nurse = simulator.member("sunlili");
    nurse.robot().says("帮助");
    var group = nurse.in(ward);
    var at = "@" + simulator.settings().robot().name() + " ";
    group.says(at + "三楼护士站腕带打不出来 急");
    heard(group, "#1001");
    group.says(at + "网页");
    heard(group, "点链接打开");

    assertThat(links(group.chat())).isEmpty();
    assertThat(links(ward.member("liuwenjing").chat())).isEmpty();
    assertThat(new Browser(address).gets("/tickets/1001").statusCode())
        .as("without a link of one's own one signs in")
        .isEqualTo(302);
  }

  private SimulatedMember asked() {
    await("nobody was asked", () -> engineers().anyMatch(LinksByTheRobotTest::isAsked));
    return engineers().filter(LinksByTheRobotTest::isAsked).findFirst().orElseThrow();
  }

  private static boolean isAsked(SimulatedMember engineer) {
    return engineer.robot().chat().stream()
        .anyMatch(one -> one.isCard() && one.buttons().contains("接单"));
  }

  private Stream<SimulatedMember> engineers() {
    return service.desk().people().having(Role.ENGINEER).stream()
        .map(person -> simulator.member(person.id().value()));
  }

  /// What was said there with these words, or shown with that button; the first answer of a cold
  /// program takes its time.
  private static Bubble heard(Talk talk, String words) {
    await("never heard: " + words, () -> said(talk, words).findFirst().isPresent());
    return said(talk, words).toList().getLast();
  }

  private static Stream<Bubble> said(Talk talk, String words) {
    return talk.chat().stream()
        .filter(one -> one.from().equals("robot"))
        .filter(one -> one.text().contains(words) || one.buttons().contains(words));
  }

  private static String link(Bubble bubble) {
    return links(List.of(bubble)).findFirst().orElseThrow();
  }

  private static Stream<String> links(List<Bubble> chat) {
    return chat.stream()
        .flatMap(one -> LINK.matcher(one.content().encode()).results())
        .map(found -> found.group(1));
  }

  private static String note(Browser browser, String text) {
    var csrf =
        browser
            .gets("/tickets/1001")
            .body()
            .replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    return "csrf=%s&audience=public&text=%s".formatted(encoded(csrf), encoded(text));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Stream<Member> staff() {
    var org = new JsonObject(SampleHospital.org());
    return Stream.of("engineers", "staff")
        .flatMap(key -> org.getJsonArray(key).stream())
        .map(JsonObject.class::cast)
        .map(one -> Member.of(one.getString("userid"), one.getString("name")));
  }

  private Settings settings() throws IOException {
    var port = freePort();
    address = "http://localhost:" + port;
    var robot = simulator.settings().robot();
    return SettingsReader.read(
        Map.ofEntries(
            Map.entry("APRICOT_HTTP_HOST", "127.0.0.1"),
            Map.entry("APRICOT_HTTP_PORT", "" + port),
            Map.entry("APRICOT_HTTP_PUBLIC_URL", address),
            Map.entry("APRICOT_DATA_DIR", folder.resolve("data").toString()),
            Map.entry(
                "APRICOT_PRIVACY_KEY_FILE",
                PrivacyKey.generatedIn(folder.resolve("data")).toString()),
            Map.entry("APRICOT_WECOM_API_URL", simulator.apiUrl()),
            Map.entry("APRICOT_WECOM_CORP_ID", simulator.settings().corpId()),
            Map.entry("APRICOT_WECOM_ROBOT_MODE", "socket"),
            Map.entry("APRICOT_WECOM_ROBOT_NAME", robot.name()),
            Map.entry("APRICOT_WECOM_ROBOT_ID", robot.id()),
            Map.entry("APRICOT_WECOM_ROBOT_SECRET", robot.secret()),
            Map.entry("APRICOT_WECOM_ROBOT_SOCKET_URL", simulator.socketUrl())));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void load(Vertx vertx, Storage storage, Settings settings) {
    try (var database = Database.open(vertx, storage.database());
        var desk = Desk.open(database, Clock.systemUTC(), settings)) {
      desk.importOrganisation(SampleHospital.org());
      desk.importCatalogue(SampleHospital.catalogue());
    }
  }

  private static void await(String otherwise, BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError(otherwise);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }
}
