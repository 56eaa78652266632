package org.apricotdesk.deploy.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.apricotdesk.deploy.backup.Manifest.Content;

/// A backup file that is read.
final class Archive implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final ZipFile zip;
  private final Manifest manifest;

  private Archive(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens a backup and reads all of it.
  ///
  /// @throws BackupException if it is no backup, damaged, or cut off
  static Archive verified(Path file) {
    try {
      var zip = new ZipFile(file.toFile());
      try {
        return new Archive(zip, manifest(zip)).verify();
      } catch (IOException | RuntimeException damaged) {
        zip.close();
        throw damaged;
      }
    } catch (IOException e) {
      throw new BackupException(file + " is no backup, or damaged: " + e.getMessage(), e);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    try (var in = stream(zip, Manifest.ENTRY)) {
      var manifest = JSON.readValue(in, Manifest.class);
      if (manifest.format() != Manifest.FORMAT)
        throw new BackupException("format " + manifest.format() + " is unknown to this program");
      return manifest;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream open(String entry) throws IOException {
    return stream(zip, entry);
  }

  private static InputStream stream(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) throw new FileNotFoundException(name + " is missing");
    return zip.getInputStream(entry);
  }

  private Archive verify() throws IOException {
    for (var table : manifest.tables()) verify(table.entry(), table.content());
    for (var file : manifest.attachments()) verify(file.entry(), file.content());
    return this;
  }

  private void verify(String entry, Content content) throws IOException {
    try (var in = open(entry)) {
      if (!Digests.of(in).equals(content.sha256()))
        throw new BackupException("the backup is damaged: " + entry + " is not what was written");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
