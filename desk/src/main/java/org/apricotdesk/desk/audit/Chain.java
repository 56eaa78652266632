package org.apricotdesk.desk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash of some texts in a row and of everything before them.
final class Chain {
  private final MessageDigest digest;

  Chain(String before) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
    add(before);
  }

  /// The length goes first, so that no two rows can be read as one.
  void add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
