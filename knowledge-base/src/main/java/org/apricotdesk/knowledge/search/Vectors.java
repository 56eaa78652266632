package org.apricotdesk.knowledge.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// The vectors of one article's passages, one byte a number, as they lie in the index.
///
/// Bytes: number of lead pieces, of body pieces and of phrasings, then the vector of the whole and
/// those of [Passages#all()] in their order, each a float (the scale) and its numbers.
final class Vectors {
  private static final int FIXED = 2;

  private Vectors() {}

  static BytesRef pack(List<float[]> vectors, Passages passages) {
    int size = vectors.getFirst().length;
    var out = ByteBuffer.allocate(3 + (vectors.size() + 1) * (Float.BYTES + size));
    out.put((byte) passages.lead().size());
    out.put((byte) passages.body().size());
    out.put((byte) passages.phrasings().size());
    pack(whole(vectors.subList(0, passages.own())), out);
    for (var vector : vectors) pack(vector, out);
    return new BytesRef(out.array());
  }

  /// How close the passages are to a question.
  static Closeness closeness(BytesRef packed, Meaning meaning) {
    var in = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
    int lead = in.get();
    int body = in.get();
    int phrasings = in.get();
    var passages = in.slice();
    int bodyStart = FIXED + 1 + lead;
    int bodyEnd = bodyStart + body;
    int end = bodyEnd + phrasings;
    var near = near(passages, 0, end, meaning.whole());
    var own =
        new Closeness(
            best(near, 0, 1),
            best(near, 1, 2),
            best(near, 2, 3),
            best(near, FIXED + 1, bodyStart),
            best(near, bodyStart, bodyEnd),
            clauses(passages, near, 1, bodyStart, meaning));
    if (phrasings == 0) return own;
    return own.phrased(best(near, bodyEnd, end), clauses(passages, near, bodyEnd, end, meaning));
  }

  /// For each clause of the question the closest of these passages, on average. Most questions are
  /// one clause, which has been compared already.
  private static float clauses(
      ByteBuffer passages, float[] near, int from, int to, Meaning meaning) {
    float sum = 0;
    for (var clause : meaning.clauses()) {
      sum +=
          Arrays.equals(clause, meaning.whole())
              ? best(near, from, to)
              : best(near(passages, from, to, clause), 0, to - from);
    }
    return sum / meaning.clauses().size();
  }

  private static float best(float[] near, int from, int to) {
    float best = 0;
    for (int i = from; i < to; i++) best = Math.max(best, near[i]);
    return best;
  }

  private static float[] near(ByteBuffer passages, int from, int to, float[] question) {
    int size = question.length + Float.BYTES;
    var out = new float[to - from];
    for (int i = 0; i < out.length; i++) out[i] = product(passages, (from + i) * size, question);
    return out;
  }

  private static float product(ByteBuffer in, int at, float[] question) {
    float scale = in.getFloat(at);
    byte[] bytes = in.array();
    int from = in.arrayOffset() + at + Float.BYTES;
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < question.length; i += 4) { // sums that do not wait for one another
      a += bytes[from + i] * question[i];
      b += bytes[from + i + 1] * question[i + 1];
      c += bytes[from + i + 2] * question[i + 2];
      d += bytes[from + i + 3] * question[i + 3];
    }
    return (a + b + c + d) * scale;
  }

  /// The direction in which an article as a whole points: the mean of its passages.
  static float[] whole(List<float[]> vectors) {
    var out = new float[vectors.getFirst().length];
    double square = 0;
    for (int i = 0; i < out.length; i++) {
      for (var vector : vectors) out[i] += vector[i];
      square += out[i] * out[i];
    }
    float length = (float) Math.sqrt(square + 1e-12);
    for (int i = 0; i < out.length; i++) out[i] /= length;
    return out;
  }

  private static void pack(float[] vector, ByteBuffer out) {
    float largest = 1e-9f;
    for (float number : vector) largest = Math.max(largest, Math.abs(number));
    float scale = largest / Byte.MAX_VALUE;
    out.putFloat(scale);
    for (float number : vector) out.put((byte) Math.round(number / scale));
  }

  /// Cosines between a question and the parts of an article.
  ///
  /// @param phrasing with the closest way to ask for articles of its kind
  record Closeness(
      float whole,
      float title,
      float labels,
      float lead,
      float body,
      float clauses,
      float phrasing,
      float phrasingClauses) {
    static final Closeness UNKNOWN = new Closeness(0, 0, 0, 0, 0, 0);

    /// Of an article without phrasings: its title and symptoms stand in for them, so that it is not
    /// behind those that have some.
    Closeness(float whole, float title, float labels, float lead, float body, float clauses) {
      this(whole, title, labels, lead, body, clauses, Math.max(title, lead), clauses);
    }

    Closeness phrased(float phrasing, float phrasingClauses) {
      return new Closeness(whole, title, labels, lead, body, clauses, phrasing, phrasingClauses);
    }

    float best() {
      return Math.max(Math.max(whole, title), Math.max(lead, body));
    }
  }
}
