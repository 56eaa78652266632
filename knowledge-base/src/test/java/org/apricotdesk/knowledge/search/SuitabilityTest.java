package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whether an article gives the sort of answer that a question asks for.
class SuitabilityTest {
  private static final float LENGTH = 0.8f;

  @Test
  void who_asks_how_is_told_of_the_articles_with_steps() {
    assertThat(told("打印机卡纸怎么取", "1. 打开前盖。\n2. 取出硒鼓。"))
        .contains("given.steps", "asked.how.given.steps", "asked.how.length")
        .doesNotContain("given.cause", "asked.why.given.steps");
  }

  @Test
  void who_asks_how_long_is_told_of_the_articles_with_a_time() {
    assertThat(told("密码多久要改一次", "每 90 天一次"))
        .contains("asked.when.given.period", "asked.when.given.number");
    assertThat(told("密码多久要改一次", "在个人中心修改")).doesNotContain("asked.when.given.period");
  }

  @Test
  void a_question_may_ask_for_several_things_or_for_none() {
    assertThat(told("为什么无法登录", "由于密码过期"))
        .contains("asked.why.given.cause", "asked.help.given.cause");
    assertThat(told("打印机", "是激光的").stream().filter(name -> name.startsWith("asked."))).isEmpty();
  }

  @Test
  void yes_and_no_count_where_the_text_begins() {
    assertThat(told("能不能用自己的电脑", "不可以。")).contains("asked.whether.given.verdict");
    assertThat(told("能不能用自己的电脑", "自己的电脑不可以。")).doesNotContain("given.verdict");
  }

  private static List<String> told(String question, String article) {
    var figures = new Suitability(question).of(Given.of(Characters.plain(article)), LENGTH);
    return IntStream.range(0, figures.length)
        .filter(i -> figures[i] > 0)
        .mapToObj(Suitability.NAMES::get)
        .toList();
  }
}
