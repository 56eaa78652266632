package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// One call of the platform's API.
///
/// @param file name and bytes of what was uploaded, empty when nothing was
record ApiCall(MultiMap query, Buffer body, String fileName, Buffer file, boolean refuseEscapes) {
  private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u[0-9a-fA-F]{4}");

  String param(String name) {
    var value = query.get(name);
    return value == null ? "" : value;
  }

  JsonObject json() {
    var text = body.toString(StandardCharsets.UTF_8);
    unless(!refuseEscapes || !ESCAPE.matcher(text).find(), 40033, "\\u escapes in the body");
    try {
      return new JsonObject(text);
    } catch (DecodeException _) {
      throw new Refusal(40058, "wrong json format");
    }
  }
}
