package org.apricotdesk.bot.dialogue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/// One message of a report: a line of text, pictures, or both.
///
/// @param at when it was sent by the platform's clock
/// @param pictures hashes of the pictures that came with it
record Part(Instant at, String text, List<String> pictures) {
  Part {
    pictures = List.copyOf(pictures);
  }

  Part withText(String other) {
    return new Part(at, other, pictures);
  }

  JsonObject json() {
    return new JsonObject()
        .put("at", at.toEpochMilli())
        .put("text", text)
        .put("pictures", new JsonArray(pictures));
  }

  static Part of(JsonObject json) {
    var pictures =
        json.getJsonArray("pictures").stream().map(hash -> String.valueOf(hash)).toList();
    return new Part(Instant.ofEpochMilli(json.getLong("at")), json.getString("text"), pictures);
  }
}
