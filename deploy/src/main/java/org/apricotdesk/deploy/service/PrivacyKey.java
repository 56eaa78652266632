package org.apricotdesk.deploy.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The demo's key for sealing originals. A real service is given its key: one that lies beside
/// the data it seals protects nothing.
public final class PrivacyKey {
  private static final int BYTES = 32;

  private PrivacyKey() {}

  /// The key's file in the data folder, made the first time.
  public static Path generatedIn(Path dataDir) {
    var file = dataDir.resolve("privacy.key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(dataDir);
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a key in " + dataDir, e);
    }
  }
}
