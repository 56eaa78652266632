package org.apricotdesk.deploy.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what passes by.
final class Digests {
  private Digests() {}

  static DigestOutputStream over(OutputStream out) {
    return new DigestOutputStream(out, sha256());
  }

  /// The digest so far; the stream starts a new one.
  static String of(DigestOutputStream out) {
    return HexFormat.of().formatHex(out.getMessageDigest().digest());
  }

  static String of(InputStream in) throws IOException {
    var out = over(OutputStream.nullOutputStream());
    in.transferTo(out);
    return of(out);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
