package org.apricotdesk.deploy.service;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.database.EmbeddedPostgres;
import org.apricotdesk.config.database.Migrations;
import org.apricotdesk.config.settings.Secret;
import org.apricotdesk.config.settings.Settings;

/// The product's data: the database, ours or the hospital's, and the data folder.
public final class Storage implements AutoCloseable {
  /// The schemas of the modules, in the order in which they may rest on each other.
  public static final List<String> SCHEMAS = List.of("knowledge", "desk", "bot");

  private final DatabaseSettings settings;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private Storage(Settings settings) {
    create(settings.dataDir());
    var size = settings.database().poolSize();
    this.settings =
        new DatabaseSettings(
            settings.database().url().map(Secret::reveal).orElseGet(() -> start(settings)), size);
  }

  /// Finds the database, starting our own where the settings name none. Nothing is migrated.
  public static Storage open(Settings settings) {
    return new Storage(settings);
  }

  public DatabaseSettings database() {
    return settings;
  }

  /// Brings the schemas to this program's version.
  public Storage migrated() {
    Migrations.migrate(settings, SCHEMAS.toArray(String[]::new));
    return this;
  }

  /// Connections for this program; closed with the storage.
  public Database connect(Vertx vertx) {
    var database = Database.open(vertx, settings);
    open.push(database);
    return database;
  }

  private String start(Settings settings) {
    var server = EmbeddedPostgres.start(settings.dataDir());
    open.push(server);
    return server.url();
  }

  private static void create(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the data folder " + dataDir, e);
    }
  }

  @Override
  public void close() {
    Closing.all(open);
  }
}
