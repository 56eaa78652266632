package org.apricotdesk.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The folder a measurement works in, gone afterwards.
public final class BenchFolder {
  private BenchFolder() {}

  public static Path make() {
    try {
      return Files.createTempDirectory("apricot-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// This one, made if need be.
  ///
  /// @throws IllegalArgumentException if something is in it
  public static Path empty(Path folder) {
    try (var files = Files.list(Files.createDirectories(folder))) {
      if (files.findAny().isPresent()) throw new IllegalArgumentException(folder + " is not empty");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
