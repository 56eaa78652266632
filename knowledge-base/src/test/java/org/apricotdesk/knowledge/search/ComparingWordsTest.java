package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.embedding.Reading;
import org.junit.jupiter.api.Test;

class ComparingWordsTest {
  private static final int SIZE = 512;
  private static final float[] NOTHING = new float[SIZE];

  @Test
  void one_bit_a_number_is_enough_to_tell_how_close_two_words_are() {
    var random = new Random(7);
    for (double share = 0; share < 1; share += 0.1) {
      var word = vector(random, NOTHING, 0);
      var other = vector(random, word, share);
      var sketch = Sketch.pack(List.of(reading(other, vector(random, NOTHING, 0))));

      assertThat((double) new Wording(new float[][] {word}).closest(sketch)[0])
          .isCloseTo(Math.max(product(word, other), 0), within(0.12));
    }
  }

  @Test
  void the_words_of_a_question_find_their_like_in_the_article_that_says_it_otherwise() {
    try (var model = EmbeddingModel.load()) {
      var asked = new Wording(model.read(List.of("打印机夹纸了")).getFirst().words());
      var jam = Sketch.pack(model.read(List.of("纸卡在打印机里面取不出来")));
      var chart = Sketch.pack(model.read(List.of("体温单曲线断开看不到数值")));

      assertThat(mean(asked.closest(jam))).isGreaterThan(mean(asked.closest(chart)) + 0.1);
    }
  }

  @Test
  void an_article_without_words_is_close_to_nothing() {
    var word = vector(new Random(7), NOTHING, 0);
    var nothing = Sketch.pack(List.of(new Reading(new float[SIZE], new float[0][])));

    assertThat(new Wording(new float[][] {word}).closest(nothing)).containsExactly(0);
    assertThat(new Wording(new float[0][]).closest(nothing)).isEmpty();
  }

  @Test
  void a_long_article_is_sketched_as_far_as_there_is_room() {
    var random = new Random(7);
    var words = new float[Sketch.MOST_WORDS + 9][];
    for (int i = 0; i < words.length; i++) words[i] = vector(random, NOTHING, 0);

    assertThat(Sketch.pack(List.of(reading(words))).length)
        .isEqualTo(Sketch.MOST_WORDS * Sketch.bytes(SIZE));
  }

  private static Reading reading(float[]... words) {
    return new Reading(new float[SIZE], words);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float one : values) sum += one;
    return sum / values.length;
  }

  /// Of length one, and as like the other as the share says.
  private static float[] vector(Random random, float[] other, double share) {
    var out = new float[SIZE];
    double square = 0;
    for (int i = 0; i < SIZE; i++) {
      double own = random.nextGaussian() / Math.sqrt(SIZE);
      out[i] = (float) (share * other[i] + (1 - share) * own);
      square += out[i] * out[i];
    }
    for (int i = 0; i < SIZE; i++) out[i] /= (float) Math.sqrt(square);
    return out;
  }

  private static double product(float[] a, float[] b) {
    double out = 0;
    for (int i = 0; i < SIZE; i++) out += a[i] * b[i];
    return out;
  }
}
