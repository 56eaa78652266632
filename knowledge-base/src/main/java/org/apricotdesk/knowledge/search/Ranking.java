package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// Weighs the signals. The weights were learned on the development sets; see
/// `deploy/docs/retrieval.md`.
final class Ranking {

  private final Map<String, Float> weights;

  private Ranking(Map<String, Float> weights) {
    this.weights = weights;
  }

  /// Those that all candidates are ranked by.
  static Ranking first() {
    return load("ranking.properties");
  }

  /// Those that the best of them are ranked by anew, after a closer look.
  static Ranking closer() {
    return load("closer.properties");
  }

  private static Ranking load(String file) {
    try (var in = Ranking.class.getResourceAsStream(file)) {
      var read = new Properties();
      read.load(in);
      var weights = new LinkedHashMap<String, Float>();
      read.stringPropertyNames().stream()
          .sorted()
          .forEach(name -> weights.put(name, Float.valueOf(read.getProperty(name))));
      return new Ranking(weights);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// One score a candidate; the higher, the more likely it is what was looked for.
  float[] scores(Signals signals) {
    var out = new float[signals.candidates().length];
    weights.forEach(
        (name, weight) -> {
          var values = signals.of(name);
          for (int i = 0; i < out.length; i++) out[i] += weight * values[i];
        });
    return out;
  }
}
