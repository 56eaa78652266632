package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much an article reads like a question, as its words stand there.
class LikenessTest {
  private static final Map<String, Float> RARITY =
      Map.of("打", 1f, "印", 1f, "机", 1f, "卡", 2f, "纸", 2f, "hp", 3f, "m401", 5f);

  @Test
  void what_stands_in_a_row_counts_as_a_share_of_the_question() {
    assertThat(of("打印机卡纸", "打印机卡纸怎么办\n取出硒鼓", "like.title.row")).isEqualTo(1);
    assertThat(of("打印机卡纸", "打印\n机器里卡住了纸", "like.title.row")).isCloseTo(0.4f, within(0.001f));
    assertThat(of("打印机卡纸", "别的\n机器里卡住了纸", "like.text.row")).isCloseTo(0.2f, within(0.001f));
  }

  @Test
  void phrases_of_three_count_by_their_rarity() {
    assertThat(of("打印机卡纸", "说明\n打印机坏了", "like.text.phrases"))
        .as("打印机 3, 印机卡 4, 机卡纸 5")
        .isCloseTo(3f / 12, within(0.001f));
  }

  @Test
  void the_best_sentence_counts() {
    assertThat(of("打印机卡纸", "说明\n打印机坏了。卡纸了。", "like.sentence"))
        .as("打印 2, 印机 2 of 2 + 2 + 3 + 4")
        .isCloseTo(4f / 11, within(0.001f));
  }

  @Test
  void names_in_latin_letters_are_looked_for_and_others_noticed() {
    var question = "hp m401 卡纸";
    assertThat(of(question, "hp 打印机\n型号 m401", "like.names")).isEqualTo(1);
    assertThat(of(question, "hp 打印机\n型号 m401", "like.title.names"))
        .isCloseTo(3f / 8, within(0.001f));
    assertThat(of(question, "canon 打印机\n卡纸", "like.other.names")).isEqualTo(0.5f);
  }

  @Test
  void a_text_without_title_or_words_is_no_trouble() {
    assertThat(of("打印机卡纸", "\n", "like.untitled")).isEqualTo(1);
    assertThat(of("？", "卡纸\n取出来", "like.text.row")).isZero();
  }

  private static float of(String question, String article, String name) {
    return new Likeness(question, RARITY).of(article).figures()[Likeness.NAMES.indexOf(name)];
  }
}
