package org.apricotdesk.bot.inbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.wecom.Incoming;

/// What came in, as it may be kept: words masked, pictures by their hash.
///
/// @param note something the person has to be told about what they sent
record Message(
    String id,
    Incoming.Via via,
    String person,
    Optional<String> chat,
    Instant sentAt,
    String words,
    List<String> pictures,
    Optional<Tap> tap,
    boolean enters,
    Optional<String> note) {
  Message {
    pictures = List.copyOf(pictures);
  }

  /// A button that was tapped.
  ///
  /// @param choice the ids selected on the card
  record Tap(String taskId, String key, List<String> choice, Optional<String> responseCode) {
    Tap {
      choice = List.copyOf(choice);
    }
  }

  boolean says() {
    return !words.isBlank() || !pictures.isEmpty();
  }

  Message withWords(String masked) {
    return new Message(id, via, person, chat, sentAt, masked, pictures, tap, enters, note);
  }

  /// What of it stands in the column `said`; the rest has columns of its own.
  JsonObject said() {
    var json = new JsonObject().put("words", words).put("pictures", new JsonArray(pictures));
    tap.ifPresent(
        tapped ->
            json.put("task", tapped.taskId())
                .put("key", tapped.key())
                .put("choice", new JsonArray(tapped.choice())));
    note.ifPresent(text -> json.put("note", text));
    return enters ? json.put("enters", true) : json;
  }

  static Message of(
      String id, Incoming.Via via, String person, String chat, Instant sentAt, JsonObject said) {
    return new Message(
        id,
        via,
        person,
        Optional.of(chat).filter(group -> !group.isEmpty()),
        sentAt,
        said.getString("words"),
        strings(said.getJsonArray("pictures")),
        tap(said),
        said.getBoolean("enters", false),
        Optional.ofNullable(said.getString("note")));
  }

  private static Optional<Tap> tap(JsonObject said) {
    return Optional.ofNullable(said.getString("task"))
        .map(
            task ->
                new Tap(
                    task,
                    said.getString("key"),
                    strings(said.getJsonArray("choice")),
                    Optional.empty()));
  }

  private static List<String> strings(JsonArray array) {
    return array.stream().map(String::valueOf).toList();
  }
}
