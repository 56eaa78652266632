package org.apricotdesk.knowledge.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// The words of a question, ready to be compared with sketches: every number of a word's vector is
/// rounded to four bits, and those lie in four planes, so that a few counts of bits give the
/// product with a sketch.
final class Wording {
  private static final int PLANES = 4;
  private static final int HIGHEST = 7;
  private static final int MIDDLE = 8;
  private static final int MOST_WORDS = 48;

  /// Numbers of vectors of length one are seldom larger than so many times their mean size.
  private static final double LARGEST = 3;

  /// By word, the bits of all numbers: those of the first plane, then those of the next.
  private final long[][] planes;

  /// By word, the sum of its steps.
  private final int[] sums;

  private final int size;

  /// @param words vectors of length one; what goes beyond the most is left out
  Wording(float[][] words) {
    int count = Math.min(words.length, MOST_WORDS);
    size = count == 0 ? 0 : words[0].length;
    planes = new long[count][PLANES * size / Long.SIZE];
    sums = new int[count];
    for (int i = 0; i < count; i++) spread(words[i], i);
  }

  private void spread(float[] word, int at) {
    double scale = HIGHEST * Math.sqrt(size) / LARGEST;
    for (int i = 0; i < size; i++) {
      int step = Math.clamp(Math.round(word[i] * scale), -HIGHEST, HIGHEST) + MIDDLE;
      sums[at] += step - MIDDLE;
      for (int plane = 0; plane < PLANES; plane++) {
        planes[at][(plane * size + i) / Long.SIZE] |= (step >> plane & 1L) << i % Long.SIZE;
      }
    }
  }

  int count() {
    return sums.length;
  }

  /// For each word how close the closest word of the article comes, as a cosine; 0 if it has none.
  float[] closest(BytesRef sketch) {
    var out = new float[count()];
    if (out.length == 0) return out;
    var best = new float[out.length];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    var in = ByteBuffer.wrap(sketch.bytes, sketch.offset, sketch.length);
    var signs = new long[size / Long.SIZE];
    while (in.hasRemaining()) {
      float length = Sketch.length(in.get());
      int positive = 0;
      for (int i = 0; i < signs.length; i++) {
        signs[i] = in.getLong();
        positive += Long.bitCount(signs[i]);
      }
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], length * product(i, signs, positive));
      }
    }
    double steps = HIGHEST * size / LARGEST;
    for (int i = 0; i < out.length; i++) {
      if (best[i] > Float.NEGATIVE_INFINITY) out[i] = (float) (best[i] / steps);
    }
    return out;
  }

  /// The sum of a word's steps where the sketch is positive, less where it is negative. Four sums
  /// that do not wait for one another, since this is where searching spends most of its time.
  private int product(int word, long[] signs, int positive) {
    var bits = planes[word];
    int count = signs.length;
    int ones = 0;
    int twos = 0;
    int fours = 0;
    int eights = 0;
    for (int i = 0; i < count; i++) {
      long sign = signs[i];
      ones += Long.bitCount(bits[i] & sign);
      twos += Long.bitCount(bits[i + count] & sign);
      fours += Long.bitCount(bits[i + 2 * count] & sign);
      eights += Long.bitCount(bits[i + 3 * count] & sign);
    }
    int both = ones + 2 * twos + 4 * fours + 8 * eights;
    return 2 * (both - MIDDLE * positive) - sums[word];
  }
}
