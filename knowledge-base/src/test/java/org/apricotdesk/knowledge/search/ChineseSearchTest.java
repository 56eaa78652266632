package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What words alone can do, without the embedding model.
class ChineseSearchTest {
  private static SearchIndex index;

  @BeforeAll
  static void write_some_articles() {
    index = SearchIndex.withoutMeaning(new ByteBuffersDirectory());
    index.put(
        List.of(
            article("toner", "硒鼓、色带、标签纸怎么领", "粉用完了、标签纸快没了"),
            article("shared", "连不上共享的打印机", "弹出 0x0000011b 或拒绝访问"),
            article("jam", "激光打印机卡纸怎么取", "屏幕显示 13.20 代码"),
            article("login", "HIS 登录密码忘了怎么重置", "提示用户名或密码错误"),
            article("ip", "弹出 IP 地址冲突", "电脑地址是 10.20.30.40"),
            article("kiosk", "自助机吞卡、读不到卡", "卡插进去不出来"),
            new Searchable("scope", "工作站黑屏", "pacs.special.endoscopy", List.of(), "屏上一片黑", "")));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "硒股在哪领, toner",
    "0X0000011B, shared",
    "报13.20, jam",
    "ＨＩＳ密码忘了, login",
    "登陆 忘了密碼, login",
    "10.20.30.40, ip",
    "zizhuji, kiosk",
    "dyj卡主, jam",
  })
  void people_find_it_as_they_type_it(String typed, String article) {
    assertThat(index.search(typed, 3).found().getFirst().id()).isEqualTo(article);
  }

  @Test
  void every_plane_of_unicode_can_be_asked_for() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point += 257) {
      var text = new StringBuilder("打印").appendCodePoint(point).append("机").toString();
      assertThatCode(() -> index.search(text, 3)).doesNotThrowAnyException();
    }
    assertThatCode(() -> index.search("\ud83d半个 \udc00", 3)).doesNotThrowAnyException();
  }

  @Test
  void a_very_long_question_is_answered_quickly() {
    var start = System.nanoTime();
    index.search("打印机坏了😱(a+)+$".repeat(10_000), 3);
    index.search("((((((((((a*)*)*)*)*)*)*)*)*)*)*b" + "a".repeat(100_000), 3);
    index.search("骨科一二三四五六".repeat(20_000), 3);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void nothing_is_found_for_nothing() {
    assertThat(index.search("", 3).found()).isEmpty();
    assertThat(index.search("？！", 3).found()).isEmpty();
  }

  private static Searchable article(String id, String title, String symptoms) {
    return new Searchable(id, title, "", List.of(), symptoms, "");
  }
}
