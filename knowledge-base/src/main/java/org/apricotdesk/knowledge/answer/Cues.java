package org.apricotdesk.knowledge.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signs that something is said which no article answers: a wish, small talk, "how far is it?".
final class Cues {
  private static final String LIST = "cues.txt";

  private final Map<String, List<String>> words = new LinkedHashMap<>();

  private Cues(String source) {
    source
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+", -1))
        .forEach(line -> words.put(line[0], Arrays.asList(line).subList(1, line.length)));
  }

  static Cues load() {
    try (var in = Cues.class.getResourceAsStream(LIST)) {
      if (in == null) throw new IllegalStateException("missing resource " + LIST);
      return new Cues(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// For each kind of cue, how many characters of the text it makes up, and as a share of all.
  Map<String, Float> in(String plain) {
    var out = new LinkedHashMap<String, Float>();
    words.forEach((kind, list) -> add(out, kind, hit(plain, list), plain.length()));
    return out;
  }

  private static void add(Map<String, Float> out, String kind, int hit, int length) {
    out.put(kind, Math.min(1, hit / 4f));
    out.put(kind + ".share", Math.min(1, hit / Math.max(1f, length)));
  }

  private static int hit(String plain, List<String> list) {
    return list.stream().filter(plain::contains).mapToInt(String::length).sum();
  }
}
