package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an article says of a question that the others do not.
class SaidTest {
  @Test
  void among_articles_about_printers_the_word_that_only_one_says_counts() {
    var alone = alone("打印机卡纸", "打印机\n联机", "打印机\n卡住", "打印机\n没有墨");
    assertThat(alone[1]).isEqualTo(1);
    assertThat(alone[0]).isEqualTo(alone[2]).isLessThan(0.4f);
  }

  @Test
  void an_article_that_says_all_that_any_says_has_a_share_of_one() {
    assertThat(alone("打印机卡纸", "打印机\n卡", "打印机\n红灯")[0]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void a_title_counts_with_the_text_and_not_in_it() {
    var text = distinction("打印机卡纸", "卡纸\n红灯", "打印机\n纸").get(1);
    assertThat(text[0]).isZero();
    assertThat(text[1]).isEqualTo(1);
  }

  @Test
  void nothing_in_common_is_no_trouble() {
    assertThat(alone("？", "卡纸\n红灯")).containsExactly(0);
    assertThat(alone("打印机", "卡纸\n红灯")).containsExactly(0);
    assertThat(Said.distinction(List.of())).allMatch(shares -> shares.length == 0);
  }

  private static float[] alone(String question, String... articles) {
    return distinction(question, articles).getFirst();
  }

  private static List<float[]> distinction(String question, String... articles) {
    var likeness = new Likeness(question, Map.of());
    return Said.distinction(Stream.of(articles).map(one -> likeness.of(one).said()).toList());
  }
}
