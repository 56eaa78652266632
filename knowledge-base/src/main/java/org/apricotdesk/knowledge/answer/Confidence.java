package org.apricotdesk.knowledge.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.apricotdesk.knowledge.search.Genre;

/// How sure we are that the best article answers the question: a probability.
///
/// Weights and thresholds were learned on the development sets; see `deploy/docs/retrieval.md`.
final class Confidence {
  private static final String WEIGHTS = "/confidence.properties";

  private final Properties weights = new Properties();

  private Confidence() {}

  /// One for each kind of index, since scores of one mean nothing in another.
  static Map<Genre, Confidence> load() {
    var out = new EnumMap<Genre, Confidence>(Genre.class);
    for (var genre : Genre.values()) out.put(genre, load(genre));
    return out;
  }

  private static Confidence load(Genre genre) {
    var out = new Confidence();
    try (var in = Confidence.class.getResourceAsStream(genre.folder() + WEIGHTS)) {
      out.weights.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out;
  }

  double of(Map<String, Float> impression) {
    double sum = number("bias");
    for (var one : impression.entrySet()) sum += number(one.getKey()) * one.getValue();
    return 1 / (1 + Math.exp(-sum));
  }

  /// From here on one article is given as the answer.
  double sure() {
    return number("threshold.sure");
  }

  /// From here on a choice is offered; below, nothing.
  double possible() {
    return number("threshold.possible");
  }

  private double number(String name) {
    return Double.parseDouble(weights.getProperty(name, "0"));
  }
}
