package org.apricotdesk.desk.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The words names are told by: surnames, characters of given names, and what only looks like one.
final class Lexicon {
  private static final Lexicon LOADED = new Lexicon();

  private final Set<String> compounds;
  private final Set<Integer> surnames;
  private final Set<Integer> given = characters("given.txt");
  private final Set<String> notNames = words("not-names.txt");
  private final Set<String> clinical = words("clinical.txt");

  private Lexicon() {
    var words = words("surnames.txt");
    compounds = words.stream().filter(word -> word.length() == 2).collect(Collectors.toSet());
    surnames =
        words.stream()
            .filter(word -> word.length() > 2)
            .flatMapToInt(String::codePoints)
            .boxed()
            .collect(Collectors.toSet());
  }

  static Lexicon load() {
    return LOADED;
  }

  boolean compoundSurname(String word) {
    return compounds.contains(word);
  }

  boolean surname(char c) {
    return surnames.contains((int) c);
  }

  boolean given(char c) {
    return given.contains((int) c);
  }

  /// Whether a word of two or three characters begins like a name but is none.
  boolean notName(String word) {
    return notNames.contains(word);
  }

  /// Whether a clinical noun begins here, as in 王秀英的腕带.
  boolean clinicalAt(Glyphs glyphs, int index) {
    return clinical.stream().anyMatch(word -> glyphs.startsWith(word, index));
  }

  private static Set<Integer> characters(String resource) {
    return words(resource).stream()
        .flatMapToInt(String::codePoints)
        .boxed()
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String resource) {
    try (var in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split("\\s+")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toCollection(HashSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + resource, failure);
    }
  }
}
