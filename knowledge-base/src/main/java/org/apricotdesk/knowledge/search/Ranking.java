package org.apricotdesk.knowledge.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// Weighs the signals, in each kind of index in another way. The weights were learned on the
/// development sets; see `deploy/docs/retrieval.md`.
final class Ranking {
  private final Map<Genre, Map<String, Float>> weights = new EnumMap<>(Genre.class);

  private Ranking(String file) {
    for (var genre : Genre.values()) weights.put(genre, read(genre.folder() + "/" + file));
  }

  /// By which all candidates are ranked.
  static Ranking first() {
    return new Ranking("ranking.properties");
  }

  /// By which the best of them are ranked anew, after a closer look.
  static Ranking closer() {
    return new Ranking("closer.properties");
  }

  private static Map<String, Float> read(String file) {
    try (var in = Ranking.class.getResourceAsStream(file)) {
      var read = new Properties();
      read.load(in);
      var out = new LinkedHashMap<String, Float>();
      read.stringPropertyNames().stream()
          .sorted()
          .forEach(name -> out.put(name, Float.valueOf(read.getProperty(name))));
      return out;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// One score a candidate; the higher, the more likely it is what was looked for.
  float[] scores(Genre genre, Signals signals) {
    var out = new float[signals.candidates().length];
    requireNonNull(weights.get(genre))
        .forEach(
            (name, weight) -> {
              var values = signals.of(name);
              for (int i = 0; i < out.length; i++) out[i] += weight * values[i];
            });
    return out;
  }
}
