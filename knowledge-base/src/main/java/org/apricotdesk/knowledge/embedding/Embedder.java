package org.apricotdesk.knowledge.embedding;

import java.util.List;

/// Whatever turns texts into vectors of length one.
public interface Embedder extends AutoCloseable {
  /// How many numbers a vector has.
  int dimension();

  /// Parts of an article or of a question, word by word, in the same order.
  List<Reading> read(List<String> texts);

  /// The vectors of such texts as a whole.
  default List<float[]> passages(List<String> texts) {
    return read(texts).stream().map(Reading::whole).toList();
  }

  @Override
  default void close() {}
}
