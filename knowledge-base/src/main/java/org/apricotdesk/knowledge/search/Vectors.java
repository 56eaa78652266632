package org.apricotdesk.knowledge.search;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// The vectors of one article's passages, one byte a number, as they lie in the index.
///
/// Bytes: number of lead pieces, number of body pieces, then the vector of the whole and those of
/// [Passages#all()] in their order, each a float (the scale) and its numbers.
final class Vectors {
  private static final int FIXED = 2;

  private Vectors() {}

  static BytesRef pack(List<float[]> vectors, int leadPieces) {
    int size = vectors.getFirst().length;
    var out = ByteBuffer.allocate(2 + (vectors.size() + 1) * (Float.BYTES + size));
    out.put((byte) leadPieces).put((byte) (vectors.size() - FIXED - leadPieces));
    pack(whole(vectors), out);
    for (var vector : vectors) pack(vector, out);
    return new BytesRef(out.array());
  }

  /// How close the passages are to a question.
  static Closeness closeness(BytesRef packed, Meaning meaning) {
    var in = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
    int lead = in.get();
    int body = in.get();
    var question = meaning.whole();
    int size = question.length + Float.BYTES;
    int start = in.position();
    int bodyStart = FIXED + 1 + lead;
    return new Closeness(
        best(in, start, size, 0, 1, question),
        best(in, start, size, 1, 2, question),
        best(in, start, size, 2, 3, question),
        best(in, start, size, FIXED + 1, bodyStart, question),
        best(in, start, size, bodyStart, bodyStart + body, question),
        clauses(in, start, size, bodyStart, meaning));
  }

  /// For each clause of the question the closest passage up to the end of the lead, on average.
  private static float clauses(ByteBuffer in, int start, int size, int to, Meaning meaning) {
    float sum = 0;
    for (var clause : meaning.clauses()) sum += best(in, start, size, 1, to, clause);
    return sum / meaning.clauses().size();
  }

  private static float best(
      ByteBuffer in, int start, int size, int from, int to, float[] question) {
    float best = 0;
    for (int i = from; i < to; i++) best = Math.max(best, product(in, start + i * size, question));
    return best;
  }

  private static float product(ByteBuffer in, int at, float[] question) {
    float scale = in.getFloat(at);
    byte[] bytes = in.array();
    int from = in.arrayOffset() + at + Float.BYTES;
    float sum = 0;
    for (int i = 0; i < question.length; i++) sum += bytes[from + i] * question[i];
    return sum * scale;
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
  record Closeness(float whole, float title, float labels, float lead, float body, float clauses) {
    static final Closeness UNKNOWN = new Closeness(0, 0, 0, 0, 0, 0);

    float best() {
      return Math.max(Math.max(whole, title), Math.max(lead, body));
    }
  }
}
