package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How hospital staff put it, by the category an article belongs to.
///
/// The list `phrasings.txt` holds lines of a category's code and phrases. Those that begin with `+`
/// are wishes, which no article answers; a `?` before a phrase says that it is a question.
final class Phrasings {
  private static final String LIST = "phrasings.txt";

  private final Map<String, List<String>> byCategory;
  private final String source;

  private Phrasings(String source) {
    this.source = source;
    this.byCategory =
        source
            .lines()
            .filter(line -> line.contains(" = "))
            .map(line -> line.split(" = ", 2))
            .collect(
                Collectors.groupingBy(
                    line -> line[0].strip(),
                    Collectors.flatMapping(line -> phrases(line[1]), Collectors.toList())));
  }

  static Phrasings load() {
    try (var in = Phrasings.class.getResourceAsStream(LIST)) {
      if (in == null) throw new IllegalStateException("missing resource " + LIST);
      return new Phrasings(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Empty for a category that is not in the list.
  List<String> of(String category) {
    return byCategory.getOrDefault(category, List.of());
  }

  /// Changes whenever the list does.
  int version() {
    return source.hashCode();
  }

  private static Stream<String> phrases(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty() && !one.startsWith("+"))
        .map(one -> one.startsWith("?") ? one.substring(1) : one);
  }
}
