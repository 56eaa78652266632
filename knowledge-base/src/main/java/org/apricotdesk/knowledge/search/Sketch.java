package org.apricotdesk.knowledge.search;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apricotdesk.knowledge.embedding.Reading;

/// The words of one article as they lie in the index: of each word's vector only the signs, one bit
/// a number, and how long the sketch has to be to stand for the vector. 65 bytes a word instead of
/// 2,048, and nearly as good for telling which word comes closest.
final class Sketch {
  static final int MOST_WORDS = 512;
  private static final double STEPS = 255;

  private Sketch() {}

  /// Words beyond the most are left out: the last pieces of a long text.
  static BytesRef pack(List<Reading> readings) {
    int words = 0;
    for (var reading : readings) words += reading.words().length;
    words = Math.min(words, MOST_WORDS);
    int size = readings.getFirst().whole().length;
    var out = ByteBuffer.allocate(words * bytes(size));
    for (var reading : readings) {
      for (var word : reading.words()) if (out.hasRemaining()) pack(word, out);
    }
    return new BytesRef(out.array());
  }

  /// How many bytes a word of so many numbers takes.
  static int bytes(int size) {
    return size / Byte.SIZE + 1;
  }

  private static void pack(float[] word, ByteBuffer out) {
    double sum = 0;
    for (float number : word) sum += Math.abs(number);
    out.put((byte) Math.round((length(word.length, sum) - 1) * STEPS));
    for (int i = 0; i < word.length; i += Long.SIZE) {
      long bits = 0;
      for (int j = 0; j < Long.SIZE; j++) if (word[i + j] > 0) bits |= 1L << j;
      out.putLong(bits);
    }
  }

  /// Between 1, if all numbers are of one size, and 2.
  private static double length(int size, double sum) {
    return sum == 0 ? 1 : Math.min(2, Math.sqrt(size) / sum);
  }

  static float length(byte packed) {
    return (float) (1 + (packed & 0xff) / STEPS);
  }
}
