package org.apricotdesk.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void every_command_has_its_help() {
    for (var name : CommandLine.names()) {
      assertThat(run(Map.of(), name, "--help")).as(name).isZero();
      assertThat(out.toString(UTF_8)).contains("usage: ./apricot " + name);
      out.reset();
    }
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains(CommandLine.names());
  }

  @Test
  void what_is_typed_wrongly_gives_two_and_the_usage_on_the_error_stream() {
    assertThat(run(Map.of())).isEqualTo(2);
    assertThat(run(Map.of(), "dance")).isEqualTo(2);
    assertThat(run(Map.of(), "serve", "--loudly")).isEqualTo(2);
    assertThat(run(Map.of(), "token", "reader")).isEqualTo(2);
    assertThat(run(Map.of(), "token", "reader", "--role", "king")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).contains("no command 'dance'", "no option --loudly", "'king'");
  }

  @Test
  void check_tells_every_problem_at_once() {
    var environment =
        Map.of(
            "APRICOT_DATABASE_URL",
            "postgresql://nobody:secret@127.0.0.1:1/none",
            "APRICOT_DATA_DIR",
            folder.toString());

    assertThat(run(environment, "check")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("privacy.key is missing", "cannot connect to 127.0.0.1:1/none")
        .doesNotContain("secret");
  }

  @Test
  void check_is_content_with_a_database_and_a_key() {
    assertThat(run(environment(), "check")).as(err.toString(UTF_8)).isZero();
  }

  @Test
  void check_says_what_a_robot_without_an_app_cannot_do() {
    var environment = new HashMap<>(environment());
    environment.put("APRICOT_WECOM_ROBOT_MODE", "socket");
    environment.put("APRICOT_WECOM_ROBOT_ID", "robot");
    environment.put("APRICOT_WECOM_ROBOT_SECRET", "secret");
    assertThat(run(environment, "check")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("note: no wecom.app", "pages open by the links");

    environment.put("APRICOT_WECOM_ROBOT_MODE", "callback");
    environment.remove("APRICOT_WECOM_ROBOT_ID");
    environment.remove("APRICOT_WECOM_ROBOT_SECRET");
    environment.put("APRICOT_WECOM_ROBOT_TOKEN", "token");
    environment.put("APRICOT_WECOM_ROBOT_AES_KEY", "a".repeat(43));
    assertThat(run(environment, "check")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("a robot in callback mode only answers");
  }

  @Test
  void check_tries_our_own_database_where_none_is_named_and_leaves_nothing_behind() {
    var environment =
        Map.of("APRICOT_DATA_DIR", folder.resolve("data").toString(), "APRICOT_PRIVACY_KEY", KEY);

    assertThat(run(environment, "check")).as(err.toString(UTF_8)).isZero();
    assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
  }

  @Test
  void a_port_that_is_taken_is_named_with_the_way_out() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var environment = new HashMap<>(environment());
      environment.put("APRICOT_HTTP_HOST", "127.0.0.1");
      environment.put("APRICOT_HTTP_PORT", String.valueOf(other.getLocalPort()));

      assertThat(run(environment, "serve")).isEqualTo(1);
      assertThat(err.toString(UTF_8))
          .contains("cannot listen on 127.0.0.1:" + other.getLocalPort(), "http.port");
    }
  }

  @Test
  void serve_does_not_start_without_a_key() {
    assertThat(run(Map.of("APRICOT_DATABASE_URL", db.url()), "serve")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("privacy.key is missing");
  }

  @Test
  void an_unknown_setting_stops_every_command() {
    assertThat(run(Map.of("APRICOT_HTTP_PROT", "80"), "check")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("unknown setting APRICOT_HTTP_PROT");
  }

  @Test
  void an_import_says_what_it_did_or_stores_nothing() throws Exception {
    var good = Files.writeString(folder.resolve("org.json"), SampleHospital.org());
    var bad = Files.writeString(folder.resolve("bad.json"), "{\"departments\": 3}");

    assertThat(run(environment(), "import", "org", bad.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("nothing was stored");
    assertThat(run(environment(), "import", "org", good.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("added");
    assertThat(run(environment(), "import", "org", "/nowhere.json")).isEqualTo(1);
  }

  @Test
  void calendar_and_articles_are_imported_too() throws Exception {
    var calendar = Files.writeString(folder.resolve("2026.json"), SampleHospital.calendar());
    SampleHospital.writeArticles(folder.resolve("kb"));

    assertThat(run(environment(), "import", "calendar", calendar.toString()))
        .as(err.toString(UTF_8))
        .isZero();
    assertThat(run(environment(), "import", "knowledge", folder.resolve("kb").toString()))
        .as(err.toString(UTF_8))
        .isZero();
    assertThat(out.toString(UTF_8)).contains("160 added");

    var exported = folder.resolve("exported").toString();
    assertThat(run(environment(), "export", "knowledge", exported))
        .as(err.toString(UTF_8))
        .isZero();
    assertThat(run(environment(), "import", "knowledge", exported)).isZero();
    assertThat(out.toString(UTF_8)).contains("160 articles written", "160 unchanged");
    assertThat(run(environment(), "export", "knowledge", exported)).isEqualTo(1);
    assertThat(run(environment(), "export", "tickets", exported)).isEqualTo(2);
  }

  @Test
  void a_token_is_printed_once_and_nothing_else() {
    assertThat(run(environment(), "token", "reader", "--role", "auditor")).isZero();
    assertThat(out.toString(UTF_8).strip()).matches("[A-Za-z0-9_-]{43}");
  }

  private Map<String, String> environment() {
    return Map.of(
        "APRICOT_DATABASE_URL", db.url(),
        "APRICOT_DATA_DIR", folder.toString(),
        "APRICOT_PRIVACY_KEY", KEY);
  }

  private int run(Map<String, String> environment, String... words) {
    return new CommandLine(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), environment)
        .run(List.of(words));
  }
}
