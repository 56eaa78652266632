package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// A place in a list, as callers hand it back. What it looks like is nobody's business.
public final class Cursor {
  private static final String MARK = "after:";

  private Cursor() {}

  static String read(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(MARK)) return text.substring(MARK.length());
    } catch (IllegalArgumentException _) {
      // answered below like any other wrong cursor
    }
    throw new InvalidCall("cursor is not one that this list has handed out");
  }

  private static String write(String place) {
    var bytes = (MARK + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// A page of a list.
  ///
  /// @param found one more than `limit` if there is a next page
  /// @param place where an item stands, to go on after it
  public static <T> JsonObject page(
      List<T> found, int limit, Function<T, JsonObject> json, Function<T, String> place) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    var items = new JsonArray();
    shown.forEach(item -> items.add(json.apply(item)));
    var next = found.size() > limit ? write(place.apply(shown.getLast())) : null;
    return new JsonObject().put("items", items).put("next", next);
  }
}
