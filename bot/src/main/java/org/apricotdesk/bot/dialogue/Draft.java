package org.apricotdesk.bot.dialogue;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A report in the making: what somebody said so far that has not become a ticket.
///
/// @param asked how many questions were put already
/// @param articles what was offered from the knowledge base, best first; empty before that
record Draft(List<Part> parts, int asked, List<String> articles) {
  private static final Duration JOINING = Duration.ofMinutes(30);
  private static final Duration JUDGING = Duration.ofDays(1);
  static final Draft EMPTY = new Draft(List.of(), 0, List.of());

  Draft {
    parts = parts.stream().sorted(Comparator.comparing(Part::at)).toList();
    articles = List.copyOf(articles);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /// Whether something said now may still belong to it.
  boolean isOpenAt(Instant now) {
    return !isEmpty() && now.isBefore(parts.getLast().at().plus(JOINING));
  }

  boolean isAnswered() {
    return !articles.isEmpty();
  }

  /// Whether something said now may still be about the answer that was offered.
  boolean isAnsweredAt(Instant now) {
    return isAnswered() && now.isBefore(parts.getLast().at().plus(JUDGING));
  }

  Draft with(Part part) {
    var more = new ArrayList<>(parts);
    more.add(part);
    return new Draft(more, asked, articles);
  }

  Draft askedOnceMore() {
    return new Draft(parts, asked + 1, articles);
  }

  Draft offered(List<String> shown) {
    return new Draft(parts, asked, shown);
  }

  Draft reworded(String before, String after) {
    var kept =
        parts.stream()
            .map(part -> part.text().equals(before) ? part.withText(after) : part)
            .toList();
    return new Draft(kept, asked, articles);
  }

  /// The same with one of several matters in place of everything said; pictures may belong to any.
  Draft about(String matter) {
    var words = parts.stream().map(part -> part.withText("")).collect(toCollection(ArrayList::new));
    words.set(0, words.getFirst().withText(matter));
    return new Draft(words, asked, articles);
  }

  /// Everything said, in the order it was said.
  String text() {
    return parts.stream().map(Part::text).filter(text -> !text.isBlank()).collect(joining("，"));
  }

  List<String> pictures() {
    return parts.stream().flatMap(part -> part.pictures().stream()).distinct().toList();
  }

  JsonObject json() {
    var said = new JsonArray();
    parts.forEach(part -> said.add(part.json()));
    return new JsonObject()
        .put("parts", said)
        .put("asked", asked)
        .put("articles", new JsonArray(articles));
  }

  static Draft of(JsonObject json) {
    var parts = new ArrayList<Part>();
    json.getJsonArray("parts").forEach(part -> parts.add(Part.of((JsonObject) part)));
    var articles =
        json.getJsonArray("articles").stream().map(article -> String.valueOf(article)).toList();
    return new Draft(parts, json.getInteger("asked"), articles);
  }
}
