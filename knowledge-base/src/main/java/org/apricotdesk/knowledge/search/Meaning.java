package org.apricotdesk.knowledge.search;

import java.util.List;
import org.apricotdesk.knowledge.embedding.Embedder;

/// What a question means: the vector of the whole, and those of its clauses.
final class Meaning {
  static final Meaning UNKNOWN = new Meaning(new float[0], List.of());

  private final float[] whole;
  private final List<float[]> clauses;

  private Meaning(float[] whole, List<float[]> clauses) {
    this.whole = whole;
    this.clauses = clauses;
  }

  static Meaning of(Question question, Embedder embedder) {
    var text = Chatter.without(question.text());
    return new Meaning(embedder.question(text), embedder.passages(Chatter.clauses(text)));
  }

  /// Of length 0 if there is no model.
  float[] whole() {
    return whole;
  }

  List<float[]> clauses() {
    return clauses;
  }

  boolean isKnown() {
    return whole.length > 0;
  }
}
