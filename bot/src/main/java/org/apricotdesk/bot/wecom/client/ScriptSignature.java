package org.apricotdesk.bot.wecom.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a page shows the JS-SDK to be allowed to use it. Source: document/path/90506.
public record ScriptSignature(String nonce, long timestamp, String signature) {

  /// @param url as the page's address bar shows it; what follows `#` is left out
  static ScriptSignature of(String ticket, String nonce, long timestamp, String url) {
    var page = url.replaceFirst("#.*", "");
    var signed =
        "jsapi_ticket=%s&noncestr=%s&timestamp=%d&url=%s".formatted(ticket, nonce, timestamp, page);
    return new ScriptSignature(nonce, timestamp, sha1(signed));
  }

  private static String sha1(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-1 is part of every Java", missing);
    }
  }
}
