package org.apricotdesk.bot.wecom.client;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// An access token or script ticket, and until when to use it.
record Pass(String value, Instant until) {
  private static final int SAFE_SECONDS = 300;

  /// @param field where the value stands in the platform's answer
  static Pass from(JsonObject answer, String field, Instant now) {
    var life = answer.getInteger("expires_in", 0);
    return new Pass(answer.getString(field), now.plusSeconds(Math.max(life - SAFE_SECONDS, 1)));
  }

  boolean isFresh(Instant now) {
    return until.isAfter(now);
  }

  @Override
  public String toString() {
    return "***";
  }
}
