package org.apricotdesk.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Path BINARIES =
      Path.of(System.getProperty("user.home"), ".cache", "apricot-desk");

  @TempDir Path folder;

  @Test
  void what_was_written_is_there_after_a_restart() {
    try (var server = start()) {
      execute(server, "CREATE TABLE kept AS SELECT 1 AS one");
    }
    try (var server = start()) {
      execute(server, "SELECT one FROM kept");
    }
  }

  /// `data-dir` is `./data` where nobody says otherwise.
  @Test
  void a_folder_that_is_written_with_dots_does_as_well() {
    try (var server = EmbeddedPostgres.start(folder.resolve("./new/../data"))) {
      execute(server, "SELECT 1");
    }
    assertThat(folder.resolve("data/postgres/data/PG_VERSION")).exists();
  }

  @Test
  void a_server_left_behind_by_a_killed_program_is_taken_over() throws Exception {
    var orphan = start();
    var pid = serverProcess();

    try (var server = start()) {
      assertThat(server.url()).isEqualTo(orphan.url());
      assertThat(serverProcess()).isEqualTo(pid);
    }
    assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_server_that_was_killed_recovers() throws Exception {
    var killed = start();
    execute(killed, "CREATE TABLE kept AS SELECT 1 AS one");
    var process = ProcessHandle.of(serverProcess()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();

    try (var server = start()) {
      execute(server, "SELECT one FROM kept");
    }
  }

  @Test
  void a_server_left_behind_before_it_had_our_database_is_given_one() throws Exception {
    var orphan = start();
    execute(orphan.url("postgres"), "DROP DATABASE apricot");

    try (var server = start()) {
      execute(server, "SELECT 1");
    }
  }

  @Test
  void what_a_program_killed_while_it_started_left_unfinished_is_no_hindrance() throws Exception {
    Files.createDirectories(folder.resolve("postgres/initialising-1/base"));
    start().close();
    Files.createFile(folder.resolve("postgres/data/postmaster.pid"));

    try (var server = start()) {
      execute(server, "SELECT 1");
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(BINARIES, folder.resolve("postgres"), List.of());
  }

  private long serverProcess() throws Exception {
    var lines = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"));
    return Long.parseLong(lines.getFirst());
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    execute(server.url(), sql);
  }

  private static void execute(String url, String sql) {
    var vertx = Vertx.vertx();
    try (var database = Database.open(vertx, new DatabaseSettings(url, 1))) {
      database.pool().query(sql).execute().await();
    } finally {
      vertx.close().await();
    }
  }
}
