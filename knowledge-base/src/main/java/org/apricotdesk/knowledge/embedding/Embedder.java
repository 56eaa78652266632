package org.apricotdesk.knowledge.embedding;

import java.util.List;

/// Whatever turns texts into vectors of length one.
public interface Embedder extends AutoCloseable {
  /// How many numbers a vector has.
  int dimension();

  /// The vector of what someone asks; questions are embedded a little differently from answers.
  float[] question(String text);

  /// The vectors of parts of an article, in the same order.
  List<float[]> passages(List<String> texts);

  @Override
  default void close() {}
}
