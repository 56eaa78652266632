package org.apricotdesk.deploy.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.database.Migrations;
import org.apricotdesk.deploy.backup.Manifest.Table;
import org.apricotdesk.deploy.service.Storage;

/// Puts a backup into an empty database and compares what is there afterwards.
public final class Restore {
  private final DatabaseSettings database;
  private final Path media;

  /// @param media the folder of attachments, empty or not there
  public Restore(DatabaseSettings database, Path media) {
    this.database = database;
    this.media = media;
  }

  /// Restores the file and brings it to this program's version.
  ///
  /// @throws BackupException if the file is damaged, the database not empty, or anything failed;
  ///     the database is empty again then
  public Backup.Summary read(Path file) {
    try (var archive = Archive.verified(file)) {
      try (var connection = database.connect()) {
        requireEmpty(connection);
        try {
          fill(connection, archive);
        } catch (IOException | SQLException | RuntimeException failure) {
          clear(connection);
          throw failure;
        }
      }
      new Attachments(media).restore(archive);
      Migrations.migrate(database, Storage.SCHEMAS.toArray(String[]::new));
      return Backup.Summary.of(archive.manifest());
    } catch (IOException | SQLException e) {
      throw new BackupException("nothing was restored: " + e.getMessage(), e);
    }
  }

  private void requireEmpty(Connection connection) throws SQLException, IOException {
    if (!new Layout(connection).isEmpty())
      throw new BackupException("the database is not empty: restore only into a new one");
    if (!new Attachments(media).isEmpty())
      throw new BackupException(media + " is not empty: restore only into a new data folder");
  }

  private void fill(Connection connection, Archive archive) throws SQLException, IOException {
    var manifest = archive.manifest();
    migrateTo(connection, manifest.versions());
    connection.setAutoCommit(false);
    var rows = new Rows(connection);
    empty(connection, manifest);
    for (var table : manifest.tables()) fill(rows, archive, table);
    execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
    triggers(connection, manifest, "ENABLE");
    for (var counter : manifest.counters()) set(connection, counter);
    for (var table : manifest.tables()) compare(rows, table);
    connection.commit();
    connection.setAutoCommit(true);
    passTransaction(connection, manifest.transaction());
  }

  private void migrateTo(Connection connection, Map<String, String> versions) throws SQLException {
    versions.forEach((schema, version) -> Migrations.migrateTo(database, schema, version));
    var reached = new Layout(connection).versions();
    if (!reached.equals(versions))
      throw new BackupException(
          "the backup is of version " + versions + ", which this program does not know");
  }

  private static void empty(Connection connection, Manifest manifest) throws SQLException {
    triggers(connection, manifest, "DISABLE");
    var all = manifest.tables().stream().map(Table::quoted).collect(Collectors.joining(", "));
    execute(connection, "TRUNCATE " + all);
    execute(connection, "SET CONSTRAINTS ALL DEFERRED");
  }

  /// Rows that may never be changed are written by this alone.
  private static void triggers(Connection connection, Manifest manifest, String what)
      throws SQLException {
    for (var table : manifest.tables()) {
      execute(connection, "ALTER TABLE " + table.quoted() + " " + what + " TRIGGER USER");
    }
  }

  private static void fill(Rows rows, Archive archive, Table table)
      throws SQLException, IOException {
    try (var in = archive.open(table.entry())) {
      rows.write(table.copied(), in);
    }
  }

  private static void compare(Rows rows, Table table) throws SQLException, IOException {
    var there = rows.read(table.copied(), OutputStream.nullOutputStream());
    if (!there.equals(table.content()))
      throw new BackupException(
          table.quoted() + " differs after restoring: " + there + ", not " + table.content());
  }

  private static void set(Connection connection, Manifest.Counter counter) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      statement.setString(1, counter.name());
      statement.setLong(2, counter.value());
      statement.setBoolean(3, counter.called());
      statement.execute();
    }
  }

  /// Events carry the number of the transaction that wrote them, and listeners wait for older ones.
  /// A new server counts from the start, so it is led past the numbers of the old one.
  private static void passTransaction(Connection connection, long last) throws SQLException {
    execute(connection, "SET synchronous_commit = off");
    execute(
        connection,
        """
        DO $$ BEGIN
          WHILE pg_current_xact_id()::text::bigint <= %d LOOP COMMIT; END LOOP;
        END $$
        """
            .formatted(last));
  }

  private static void clear(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) connection.rollback();
    connection.setAutoCommit(true);
    for (var schema : Storage.SCHEMAS) {
      execute(connection, "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The folder of attachments.
  private record Attachments(Path folder) {
    boolean isEmpty() throws IOException {
      if (!Files.isDirectory(folder)) return true;
      try (var files = Files.walk(folder)) {
        return files.noneMatch(Files::isRegularFile);
      }
    }

    void restore(Archive archive) throws IOException {
      for (var one : archive.manifest().attachments()) {
        var target = folder.resolve(one.path()).normalize();
        if (!target.startsWith(folder))
          throw new BackupException(one.path() + " lies outside the folder of attachments");
        Files.createDirectories(target.getParent());
        try (var in = archive.open(one.entry())) {
          Files.copy(in, target);
        }
        try (var in = Files.newInputStream(target)) {
          if (!Digests.of(in).equals(one.content().sha256()))
            throw new BackupException(one.path() + " differs after restoring");
        }
      }
    }
  }
}
