package org.apricotdesk.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final String WARD = "V0001__ward.sql";
  private static final String BED = "V0002__bed.sql";

  @TempDir Path home;
  private final String schema = "s" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void a_start_with_nothing_new_does_not_check_every_migration_again() throws Exception {
    start(Map.of(WARD, "CREATE TABLE ward (id int)"));
    spoilChecksums();

    start(Map.of(WARD, "CREATE TABLE ward (id int)"));
  }

  @Test
  void a_later_program_adds_what_is_new() throws Exception {
    start(Map.of(WARD, "CREATE TABLE ward (id int)"));
    start(Map.of(WARD, "CREATE TABLE ward (id int)", BED, "CREATE TABLE bed (ward int)"));

    run("INSERT INTO " + schema + ".bed VALUES (3)");
  }

  @Test
  void a_migration_that_was_changed_after_it_was_applied_is_refused() throws Exception {
    start(Map.of(WARD, "CREATE TABLE ward (id int)"));

    assertThatThrownBy(() -> start(Map.of(WARD, "CREATE TABLE ward (id bigint)")))
        .isInstanceOf(FlywayException.class);
  }

  @Test
  void a_migration_that_fails_is_tried_again_by_the_next_start() throws Exception {
    var broken = Map.of(WARD, "CREATE TABLE ward (id nothing)");
    assertThatThrownBy(() -> start(broken)).isInstanceOf(FlywayException.class);
    assertThatThrownBy(() -> start(broken)).isInstanceOf(FlywayException.class);
    assertThat(start(Map.of(WARD, "CREATE TABLE ward (id int)"))).isTrue();
  }

  /// As a program of its own does, whose migrations lie in an archive.
  private boolean start(Map<String, String> migrations) throws IOException {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var program = new URLClassLoader(new URL[] {archive(migrations)}, before)) {
      thread.setContextClassLoader(program);
      Migrations.migrate(db.settings(), schema);
      return true;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private URL archive(Map<String, String> migrations) throws IOException {
    var file = Files.createTempFile(home, "program", ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("db/" + schema + "/"));
      for (var one : migrations.entrySet()) {
        out.putNextEntry(new ZipEntry("db/" + schema + "/" + one.getKey()));
        out.write(one.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file.toUri().toURL();
  }

  private void spoilChecksums() throws SQLException {
    run("UPDATE " + schema + ".migration SET checksum = 1 WHERE version IS NOT NULL");
  }

  private void run(String sql) throws SQLException {
    try (var connection = db.settings().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
