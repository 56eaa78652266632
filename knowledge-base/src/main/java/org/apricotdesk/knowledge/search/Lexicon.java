package org.apricotdesk.knowledge.search;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What hospital staff call things: names that mean the same share a concept.
///
/// The list `concepts.txt` holds one concept a line: its code, then all its names.
final class Lexicon {
  private static final String LIST = "concepts.txt";

  private final AhoCorasickDoubleArrayTrie<List<String>> names = new AhoCorasickDoubleArrayTrie<>();
  private final String source;

  private Lexicon(String source) {
    this.source = source;
    var concepts = new TreeMap<String, List<String>>();
    source
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> add(line, concepts));
    names.build(concepts);
  }

  static Lexicon load() {
    try (var in = Lexicon.class.getResourceAsStream(LIST)) {
      if (in == null) throw new IllegalStateException("missing resource " + LIST);
      return new Lexicon(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The concepts named in a text; a name inside a longer one does not count.
  List<String> concepts(String plain) {
    var hits = names.parseText(plain);
    var out = new ArrayList<String>();
    for (var hit : hits) {
      if (hits.stream().noneMatch(other -> covers(other, hit))) out.addAll(hit.value);
    }
    return out;
  }

  /// Changes whenever the list does.
  int version() {
    return source.hashCode();
  }

  private static boolean covers(
      AhoCorasickDoubleArrayTrie<List<String>>.Hit<List<String>> other,
      AhoCorasickDoubleArrayTrie<List<String>>.Hit<List<String>> hit) {
    return other.begin <= hit.begin
        && other.end >= hit.end
        && other.end - other.begin > hit.end - hit.begin;
  }

  private static void add(String line, Map<String, List<String>> concepts) {
    var words = line.strip().split("\\s+", -1);
    for (int i = 1; i < words.length; i++) {
      concepts.computeIfAbsent(Characters.plain(words[i]), _ -> new ArrayList<>()).add(words[0]);
    }
  }
}
