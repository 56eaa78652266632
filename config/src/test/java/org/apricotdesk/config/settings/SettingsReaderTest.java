package org.apricotdesk.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path folder;

  @Test
  void without_any_setting_the_defaults_hold() {
    var settings = SettingsReader.read(Map.of("PATH", "/bin"));

    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.database().url()).isEmpty();
    assertThat(settings.wecom().robot().mode()).isInstanceOf(Settings.RobotMode.Off.class);
    assertThat(settings.organisation().timeZone()).hasToString("Asia/Shanghai");
  }

  @Test
  void the_environment_stands_over_the_file() throws Exception {
    var file = write("http:\n  port: 9000\n  trusted-proxies: [10.0.0.1, 10.0.0.2]\n");

    var settings = SettingsReader.read(file, Map.of("APRICOT_HTTP_PORT", "9001"));

    assertThat(settings.http().port()).isEqualTo(9001);
    assertThat(settings.http().trustedProxies()).containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void a_secret_may_lie_in_a_file_and_never_shows() throws Exception {
    var secret = Files.writeString(folder.resolve("key"), "A".repeat(43) + "\n");
    var settings =
        SettingsReader.read(
            Map.of(
                "APRICOT_WECOM_ROBOT_MODE", "callback",
                "APRICOT_WECOM_ROBOT_TOKEN", "word",
                "APRICOT_WECOM_ROBOT_AES_KEY_FILE", secret.toString()));

    assertThat(settings.wecom().robot().mode())
        .isInstanceOfSatisfying(
            Settings.RobotMode.Callback.class,
            robot -> assertThat(robot.aesKey().reveal()).isEqualTo("A".repeat(43)));
    assertThat(settings.toString()).doesNotContain("AAAA", "word");
  }

  @Test
  void every_mistake_is_told_at_once() throws Exception {
    var file =
        write(
            """
            http: {port: many, public-url: example.org}
            colour: blue
            database: {pool-size: 0}
            wecom: {app: {agent-id: 7}}
            privacy: {key: short}
            """);

    assertThatThrownBy(() -> SettingsReader.read(file, Map.of("APRICOT_HTTP_PROT", "1")))
        .isInstanceOfSatisfying(
            SettingsException.class,
            e ->
                assertThat(e.problems())
                    .contains(
                        "unknown setting colour",
                        "unknown setting APRICOT_HTTP_PROT in the environment",
                        "http.port must be a port from 0 to 65535, not 'many'",
                        "wecom.corp-id is missing: the app needs it",
                        "wecom.app.secret is missing: it must be the app's secret",
                        "privacy.key must be 32 bytes in base64")
                    .hasSize(10));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> SettingsReader.read(folder.resolve("none.yaml"), Map.of()))
        .hasMessageContaining("none.yaml does not exist");
  }

  private Path write(String yaml) throws Exception {
    return Files.writeString(folder.resolve("apricot.yaml"), yaml);
  }
}
