package org.apricotdesk.config.settings;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsManualTest {
  private static final Path MANUAL = Path.of("..", "deploy", "docs", "settings.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z.-]+)` \\| (?:`([^`]*)`|none) \\| (.*) \\|");

  @Test
  void the_manual_names_every_setting_with_its_default() throws IOException {
    var written =
        ROW.matcher(Files.readString(MANUAL))
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(2) == null ? "" : row.group(2)));
    var known =
        Arrays.stream(SettingKey.values()).collect(toMap(SettingKey::path, SettingKey::fallback));

    assertThat(written).containsExactlyInAnyOrderEntriesOf(known);
  }

  @Test
  void the_manual_says_which_settings_may_stand_in_a_file() throws IOException {
    Map<String, Boolean> written =
        ROW.matcher(Files.readString(MANUAL))
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(3).contains("*secret*")));

    for (var key : SettingKey.values()) {
      assertThat(written.get(key.path())).as(key.path()).isEqualTo(key.mayBeFile());
    }
  }
}
