package org.apricotdesk.knowledge.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReadingBackTest {
  private static final List<String> PIECES =
      List.of(
          "打印机",
          "卡纸",
          " ",
          "\n",
          "\n\n",
          "\r\n",
          "# ",
          "## 现象",
          "\\#",
          "\\",
          "\"",
          "\\\"",
          "1. ",
          "2、",
          "- ",
          "---",
          "[",
          "]",
          ",",
          "，",
          ": ",
          "#",
          "0x0000011b",
          "\\\\10.1.2.3\\共享",
          "\t",
          "😀",
          "\ufeff",
          "id: KB-9");

  @Property(tries = 300)
  void whatever_an_article_says_its_file_reads_back_as_it_was(@ForAll("contents") Content content) {
    var article = new MarkdownArticle("KB-1", content);

    assertThat(MarkdownArticle.parse(article.text())).isEqualTo(article);
  }

  @Test
  void a_step_that_begins_with_a_number_of_its_own_keeps_it() {
    var text = "---\nid: KB-1\ntitle: 卡纸\n---\n## 处理步骤\n13.20 报错先关机\n2. 192.168.1.1 能不能通\n";

    assertThat(MarkdownArticle.parse(text).content().steps())
        .containsExactly("13.20 报错先关机", "192.168.1.1 能不能通");
  }

  @Test
  void a_list_may_hold_commas_within_quotes() {
    var text = "---\nid: KB-1\ntitle: 卡纸\ntags: [\"夹纸, 咬纸\", 卡纸，绞纸]\n---\n";

    assertThat(MarkdownArticle.parse(text).content().tags()).containsExactly("夹纸, 咬纸", "卡纸", "绞纸");
  }

  @Provide
  Arbitrary<Content> contents() {
    var text = Arbitraries.of(PIECES).list().ofMaxSize(8).map(some -> String.join("", some));
    var title = text.map(some -> "题" + some);
    var day =
        Arbitraries.integers()
            .between(0, 9999)
            .map(days -> LocalDate.of(2020, 1, 1).plusDays(days))
            .optional();
    var texts = text.list().ofSize(8);
    var lists = text.list().ofMaxSize(4).list().ofSize(4);
    return Combinators.combine(title, texts, lists, day, day)
        .as(
            (named, said, listed, updated, review) ->
                content(named, said, listed, updated, review));
  }

  private static Content content(
      String title,
      List<String> texts,
      List<List<String>> lists,
      Optional<LocalDate> updated,
      Optional<LocalDate> review) {
    return new Content(
        title,
        texts.get(0),
        texts.get(1),
        lists.get(0),
        texts.get(2),
        texts.get(3),
        texts.get(4),
        lists.get(1),
        lists.get(2),
        lists.get(3),
        texts.get(5),
        texts.get(6),
        updated,
        review);
  }
}
