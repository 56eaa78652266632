package org.apricotdesk.bot.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lists of words the rules look for, by name, read from a resource of `name = word | word`.
final class Words {
  private static final Words CUES = new Words("cues.txt");

  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  Words(String resource) {
    for (var line : lines(resource)) {
      var equals = line.indexOf(" = ");
      lists.merge(
          line.substring(0, equals).strip(),
          Arrays.stream(line.substring(equals + 3).split("\\|"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList(),
          (first, second) ->
              java.util.stream.Stream.concat(first.stream(), second.stream()).toList());
    }
  }

  static Words cues() {
    return CUES;
  }

  List<String> list(String name) {
    var words = lists.get(name);
    if (words == null) {
      throw new IllegalArgumentException("no list of words named " + name);
    }
    return words;
  }

  Map<String, List<String>> all() {
    return lists;
  }

  /// The first word of a list that stands in the text; the list's order decides.
  Optional<String> in(String text, String name) {
    return list(name).stream().filter(word -> stands(text, word)).findFirst();
  }

  boolean any(String text, String name) {
    return in(text, name).isPresent();
  }

  /// A word with `…` inside stands where its parts follow one another within a few characters.
  private static boolean stands(String text, String word) {
    var gap = word.indexOf('…');
    if (gap < 0) {
      return text.contains(word);
    }
    var head = word.substring(0, gap);
    var tail = word.substring(gap + 1);
    for (var at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      var end = at + head.length();
      if (stands(text.substring(end, Math.min(text.length(), end + REACH + tail.length())), tail)) {
        return true;
      }
    }
    return false;
  }

  private static final int REACH = 8;

  private static List<String> lines(String resource) {
    try (var in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + resource, failure);
    }
  }
}
