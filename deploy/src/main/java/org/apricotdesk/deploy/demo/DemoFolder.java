package org.apricotdesk.deploy.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.apricotdesk.config.database.EmbeddedPostgres;

/// The demonstration's data, held by one program at a time.
public final class DemoFolder implements AutoCloseable {
  private static final String LOCK = "demo.lock";

  private final Path path;
  private final FileChannel channel;

  private DemoFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// @throws IllegalStateException if a demonstration is running on it
  public static DemoFolder take(Path path) {
    try {
      Files.createDirectories(path);
      var lock = path.resolve(LOCK);
      var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(channel)) {
        channel.close();
        throw new IllegalStateException("a demo is already running on " + path);
      }
      return new DemoFolder(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + path, e);
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // held within this program
    }
  }

  public Path path() {
    return path;
  }

  /// Throws everything away, after ending a database server that was left behind.
  public DemoFolder emptied() {
    if (Files.exists(path.resolve("postgres/data/postmaster.pid"))) {
      EmbeddedPostgres.start(path).close();
    }
    try {
      for (var file : contents()) Files.delete(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + path, e);
    }
  }

  /// Files before the folders that hold them.
  private List<Path> contents() throws IOException {
    try (var files = Files.walk(path)) {
      return files
          .filter(file -> !file.equals(path) && !file.equals(path.resolve(LOCK)))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
