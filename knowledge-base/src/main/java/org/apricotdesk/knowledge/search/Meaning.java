package org.apricotdesk.knowledge.search;

import java.util.List;
import java.util.stream.Stream;
import org.apricotdesk.knowledge.embedding.Embedder;

/// What a question means: the vector of the whole, those of its clauses, and its words.
final class Meaning {
  static final Meaning UNKNOWN = new Meaning(new float[0], List.of(), new Wording(new float[0][]));

  private final float[] whole;
  private final List<float[]> clauses;
  private final Wording wording;

  private Meaning(float[] whole, List<float[]> clauses, Wording wording) {
    this.whole = whole;
    this.clauses = clauses;
    this.wording = wording;
  }

  static Meaning of(Question question, Embedder embedder) {
    var text = Chatter.without(question.text());
    var clauses = Chatter.clauses(text);
    var texts = Stream.concat(Stream.of(text), clauses.stream()).distinct().toList();
    var readings = embedder.read(texts);
    return new Meaning(
        readings.getFirst().whole(),
        clauses.stream().map(clause -> readings.get(texts.indexOf(clause)).whole()).toList(),
        new Wording(readings.getFirst().words()));
  }

  /// Of length 0 if there is no model.
  float[] whole() {
    return whole;
  }

  List<float[]> clauses() {
    return clauses;
  }

  Wording wording() {
    return wording;
  }

  boolean isKnown() {
    return whole.length > 0;
  }
}
