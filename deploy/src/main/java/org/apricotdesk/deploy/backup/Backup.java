package org.apricotdesk.deploy.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.deploy.backup.Manifest.Attachment;
import org.apricotdesk.deploy.backup.Manifest.Content;
import org.apricotdesk.deploy.backup.Manifest.Table;

/// Writes a backup: every table as of one moment, then the attachments. Attachments are only ever
/// added, so those the tables speak of are among them.
public final class Backup {
  private final DatabaseSettings database;
  private final Path media;
  private final Clock clock;

  /// @param media the folder of attachments; it need not exist
  public Backup(DatabaseSettings database, Path media, Clock clock) {
    this.database = database;
    this.media = media;
    this.clock = clock;
  }

  /// Writes the file; it appears only when everything is in it and was read back.
  ///
  /// @throws BackupException if anything failed; no file is left then
  public Summary write(Path file) {
    var absolute = file.toAbsolutePath();
    var part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      writeAll(part);
      try (var archive = Archive.verified(part)) {
        Files.move(part, absolute, ATOMIC_MOVE, REPLACE_EXISTING);
        return Summary.of(archive.manifest());
      }
    } catch (IOException | SQLException e) {
      throw new BackupException("no backup was written: " + e.getMessage(), e);
    } finally {
      remove(part);
    }
  }

  private void writeAll(Path part) throws IOException, SQLException {
    Files.deleteIfExists(part);
    var owner = PosixFilePermissions.fromString("rw-------");
    Files.createFile(part, PosixFilePermissions.asFileAttribute(owner));
    try (var connection = database.connect();
        var zip = new ZipOutputStream(Files.newOutputStream(part))) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      var manifest = contents(connection, zip);
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(Archive.JSON.writeValueAsBytes(manifest));
      zip.closeEntry();
      connection.rollback(); // nothing was changed
    }
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private Manifest contents(Connection connection, ZipOutputStream zip)
      throws IOException, SQLException {
    var layout = new Layout(connection);
    var rows = new Rows(connection);
    if (layout.isEmpty()) throw new BackupException("the database holds nothing of ours");
    var versions = layout.versions();
    var tables = new ArrayList<Table>();
    for (var shape : layout.tables()) {
      var empty = new Table(shape.schema(), shape.name(), shape.columns(), new Content(0, ""));
      zip.putNextEntry(new ZipEntry(empty.entry()));
      var content = rows.read(empty.copied(), unclosed(zip));
      zip.closeEntry();
      tables.add(new Table(shape.schema(), shape.name(), shape.columns(), content));
    }
    var counters = layout.counters();
    var transaction = layout.transaction();
    return new Manifest(
        Manifest.FORMAT,
        clock.instant(),
        transaction,
        versions,
        tables,
        counters,
        attachments(zip));
  }

  private List<Attachment> attachments(ZipOutputStream zip) throws IOException {
    if (!Files.isDirectory(media)) return List.of();
    var found = new ArrayList<Attachment>();
    try (var files = Files.walk(media)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var path = media.relativize(file).toString().replace('\\', '/');
        var out = Digests.over(unclosed(zip));
        zip.putNextEntry(new ZipEntry("media/" + path));
        var size = Files.copy(file, out);
        zip.closeEntry();
        found.add(new Attachment(path, new Content(size, Digests.of(out))));
      }
    }
    return found;
  }

  /// Whoever writes an entry must not close the archive.
  private static OutputStream unclosed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() {}
    };
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new BackupException("cannot remove the unfinished " + part, e);
    }
  }

  /// What was written or restored, to be told.
  public record Summary(int tables, long rows, int attachments) {
    static Summary of(Manifest manifest) {
      var rows = manifest.tables().stream().mapToLong(table -> table.content().count()).sum();
      return new Summary(manifest.tables().size(), rows, manifest.attachments().size());
    }
  }
}
