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

  /// How close each passage is to the question.
  static Closeness closeness(BytesRef packed, float[] question) {
    var in = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
    int lead = in.get();
    int body = in.get();
    float whole = next(in, question);
    float title = next(in, question);
    float labels = next(in, question);
    return new Closeness(whole, title, labels, best(in, lead, question), best(in, body, question));
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

  private static float best(ByteBuffer in, int pieces, float[] question) {
    float best = 0;
    for (int i = 0; i < pieces; i++) best = Math.max(best, next(in, question));
    return best;
  }

  private static float next(ByteBuffer in, float[] question) {
    float scale = in.getFloat();
    byte[] bytes = in.array();
    int at = in.arrayOffset() + in.position();
    float sum = 0;
    for (int i = 0; i < question.length; i++) sum += bytes[at + i] * question[i];
    in.position(in.position() + question.length);
    return sum * scale;
  }

  private static void pack(float[] vector, ByteBuffer out) {
    float largest = 1e-9f;
    for (float number : vector) largest = Math.max(largest, Math.abs(number));
    float scale = largest / Byte.MAX_VALUE;
    out.putFloat(scale);
    for (float number : vector) out.put((byte) Math.round(number / scale));
  }

  /// Cosines between a question and the parts of an article.
  record Closeness(float whole, float title, float labels, float lead, float body) {
    static final Closeness UNKNOWN = new Closeness(0, 0, 0, 0, 0);

    float best() {
      return Math.max(Math.max(whole, title), Math.max(lead, body));
    }
  }
}
