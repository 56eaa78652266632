package org.apricotdesk.config.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked once out of their jar.
final class PostgresBinaries {
  /// Part of the folder's name, so that another version is unpacked beside the old one.
  static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /// The folder that holds `bin` and `lib`; unpacked under the parent if it is not there yet.
  static Path unpackedUnder(Path parent) {
    var home = parent.resolve("postgres-" + VERSION);
    if (Files.isDirectory(home)) {
      return home;
    }
    try {
      Files.createDirectories(parent);
      var fresh = Files.createTempDirectory(parent, "unpacking-");
      unpack(archive(), fresh);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, home);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack PostgreSQL into " + parent, e);
    }
  }

  private static InputStream archive() {
    var name = "/postgres-" + system() + "-" + processor() + ".txz";
    var in = PostgresBinaries.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(
          "no embedded PostgreSQL for this machine (" + name + "): set database.url to a server");
    }
    return in;
  }

  private static String system() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.contains("mac")) return "darwin";
    return name.contains("windows") ? "windows" : "linux";
  }

  private static String processor() {
    var name = System.getProperty("os.arch");
    return name.equals("aarch64") || name.equals("arm64") ? "arm_64" : "x86_64";
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0b001_000_000) != 0) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
