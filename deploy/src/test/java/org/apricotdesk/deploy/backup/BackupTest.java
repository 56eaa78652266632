package org.apricotdesk.deploy.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.Desk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-03-16T01:00:00Z"), ZoneOffset.UTC);

  private static final String AN_EVENT =
      """
      INSERT INTO desk.event (stream, key, sequence, type, at, actor, payload)
      VALUES ('test', '1', 1, 'happened', now(), 'nobody', '{}')
      """;

  @RegisterExtension static final TestDatabase full = TestDatabase.with("knowledge", "desk", "bot");
  @RegisterExtension static final TestDatabase empty = TestDatabase.empty();

  @TempDir Path folder;

  @BeforeAll
  static void the_sample_hospital_is_there() {
    try (var desk =
        Desk.open(
            full.database(), AdjustableClock.at(NOW.instant()), SettingsReader.read(Map.of()))) {
      desk.importOrganisation(SampleHospital.org());
      desk.importCatalogue(SampleHospital.catalogue());
    }
  }

  @Test
  void what_was_backed_up_is_there_after_restoring() throws Exception {
    Files.createDirectories(folder.resolve("media/ab"));
    Files.writeString(folder.resolve("media/ab/abcd"), "a picture");
    full.database().pool().query(AN_EVENT).execute().await();

    var written = backup().write(folder.resolve("all.zip"));
    var restored =
        new Restore(empty.settings(), folder.resolve("restored")).read(folder.resolve("all.zip"));

    assertThat(restored).isEqualTo(written);
    assertThat(written.rows()).isGreaterThan(100);
    assertThat(count(empty, "desk.person")).isEqualTo(count(full, "desk.person"));
    assertThat(folder.resolve("restored/ab/abcd")).hasContent("a picture");
    assertThat(count(empty, "desk.event WHERE tx < pg_snapshot_xmin(pg_current_snapshot())"))
        .as("listeners on the new server see the old server's events")
        .isEqualTo(1);
    assertThatThrownBy(() -> new Restore(empty.settings(), folder).read(folder.resolve("all.zip")))
        .hasMessageContaining("not empty");
  }

  @Test
  void a_damaged_backup_is_refused_before_anything_is_touched() throws Exception {
    var file = folder.resolve("damaged.zip");
    backup().write(file);
    var bytes = Files.readAllBytes(file);
    for (var at : List.of(bytes.length / 3, bytes.length / 2)) bytes[at] ^= 0x55;
    Files.write(file, bytes);

    assertThatThrownBy(() -> new Restore(full.settings(), folder).read(file))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void a_backup_that_was_cut_off_is_refused() throws Exception {
    var file = folder.resolve("cut.zip");
    backup().write(file);
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> new Restore(full.settings(), folder).read(file))
        .isInstanceOf(BackupException.class);
  }

  @Test
  void a_backup_that_cannot_be_written_says_so_and_leaves_no_file() {
    var file = folder.resolve("nowhere/all.zip");

    assertThatThrownBy(() -> backup().write(file)).isInstanceOf(BackupException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_database_that_does_not_answer_gives_no_backup() {
    var nobody = new DatabaseSettings(full.url().replaceFirst(":[^:@]+@", ":wrong@"), 1);
    var file = folder.resolve("all.zip");

    assertThatThrownBy(() -> new Backup(nobody, folder.resolve("media"), NOW).write(file))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("no backup was written");
    assertThat(file).doesNotExist();
  }

  private Backup backup() {
    return new Backup(full.settings(), folder.resolve("media"), NOW);
  }

  private static long count(TestDatabase database, String from) {
    var rows = database.database().pool().query("SELECT count(*) FROM " + from).execute().await();
    return rows.iterator().next().getLong(0);
  }
}
