package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.database.EmbeddedPostgres;
import org.apricotdesk.config.database.Migrations;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.desk.Desk;

/// One PostgreSQL for a whole run, as safe against power cuts as in service. Each measurement gets
/// a copy of the same database with the sample hospital in it.
final class Server implements AutoCloseable {
  private static final int POOL = 16;
  private static final String KEPT = "kept";

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private int copies;

  Server(Path folder) {
    this.folder = folder;
    postgres = EmbeddedPostgres.start(folder);
    if (exists("model")) return;
    execute("CREATE DATABASE model");
    migrate("model");
    fill();
  }

  /// Its main process.
  ProcessHandle process() {
    try {
      var file = folder.resolve("postgres/data/postmaster.pid");
      var number = Files.readAllLines(file).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("which process the database is cannot be read", e);
    }
  }

  /// A fresh copy.
  DatabaseSettings copy() {
    var name = "copy" + ++copies;
    execute("CREATE DATABASE " + name + " TEMPLATE model");
    return settings(name);
  }

  /// The copy an earlier run on the same folder left, as this version of the program has it.
  DatabaseSettings kept() {
    if (!exists(KEPT)) execute("CREATE DATABASE " + KEPT + " TEMPLATE model");
    execute("ALTER DATABASE " + KEPT + " RESET ALL");
    migrate(KEPT);
    return settings(KEPT);
  }

  /// From now on the log has the plan of every statement that takes longer than this.
  void explain(DatabaseSettings copy, Duration slow) {
    var name = copy.url().replaceFirst(".*/", "");
    var database = "ALTER DATABASE " + name + " SET ";
    execute(database + "session_preload_libraries = 'auto_explain'");
    execute(database + "auto_explain.log_min_duration = " + slow.toMillis());
    execute(database + "auto_explain.log_analyze = on");
    execute(database + "auto_explain.log_buffers = on");
  }

  /// Copies what PostgreSQL logged, the plans among it.
  void copyLog(Path file) {
    try {
      Files.copy(folder.resolve("postgres/server.log"), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy PostgreSQL's log to " + file, e);
    }
  }

  private void fill() {
    var vertx = Vertx.vertx();
    var settings = SettingsReader.read(Map.of("APRICOT_DATA_DIR", folder.toString()));
    try (var database = Database.open(vertx, settings("model"));
        var desk = Desk.open(database, Clock.systemUTC(), settings)) {
      desk.importOrganisation(Staff.register());
      desk.importCatalogue(SampleHospital.catalogue());
      desk.importCalendar(SampleHospital.calendar());
    } finally {
      vertx.close().await();
    }
  }

  private void migrate(String name) {
    Migrations.migrate(settings(name), "knowledge", "desk", "bot");
  }

  private boolean exists(String name) {
    return execute("SELECT FROM pg_database WHERE datname = '" + name + "'").size() > 0;
  }

  private RowSet<Row> execute(String sql) {
    var vertx = Vertx.vertx();
    try (var database = Database.open(vertx, new DatabaseSettings(postgres.url(), 1))) {
      return database.pool().query(sql).execute().await();
    } finally {
      vertx.close().await();
    }
  }

  private DatabaseSettings settings(String name) {
    return new DatabaseSettings(postgres.url().replaceFirst("[^/]+$", name), POOL);
  }

  @Override
  public void close() {
    postgres.close();
  }
}
