package org.apricotdesk.bot.wecom;

import io.vertx.core.MultiMap;
import java.util.Optional;

/// What every callback carries in its address.
record Parameters(String signature, String timestamp, String nonce) {
  /// Longer values are nobody's honest signature, time or nonce.
  private static final int LONGEST = 128;

  /// Empty if one is missing or absurdly long.
  static Optional<Parameters> of(MultiMap query) {
    var signature = query.get("msg_signature");
    var timestamp = query.get("timestamp");
    var nonce = query.get("nonce");
    return fits(signature) && fits(timestamp) && fits(nonce)
        ? Optional.of(new Parameters(signature, timestamp, nonce))
        : Optional.empty();
  }

  private static boolean fits(String value) {
    return value != null && !value.isEmpty() && value.length() <= LONGEST;
  }
}
