package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever is typed is answered, quickly, and does not keep the right words from being found.
@Timeout(60)
class HostileQuestionsTest {
  private static final int PLANES = 17;
  private static final int PLANE = 0x10000;
  private static final int FAR_APART = 257;

  private static SearchIndex index;
  private static Answers answers;

  @BeforeAll
  static void write_two_articles() {
    index = SearchIndex.open(new ByteBuffersDirectory(), EmbeddingModel.load());
    index.put(
        List.of(
            new Searchable("KB-1", "激光打印机卡纸怎么取", "", List.of("卡纸"), "纸卡在里面", "打开前盖"),
            new Searchable("KB-2", "腕带打印机打空白", "", List.of("腕带"), "腕带上没有字", "换碳带")));
    answers = new Answers(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void every_plane_of_unicode_is_taken_as_a_question() {
    for (int plane = 0; plane < PLANES; plane++) {
      var text = new StringBuilder("打印机卡纸");
      int first = plane * PLANE;
      IntStream.iterate(first, point -> point < first + PLANE, point -> point + FAR_APART)
          .forEach(text::appendCodePoint);

      assertThat(first(text.toString())).as("plane " + plane).isEqualTo("KB-1");
    }
  }

  @Test
  void halves_of_characters_and_emoji_do_no_harm() {
    for (var odd :
        List.of(
            "\ud83d", "\udda8", "🖨️👨‍👩‍👧‍👦😭", "\u0000\u0007", "\u202e", "e\u0301\u0301")) {
      assertThat(first(odd + "打印机卡纸" + odd)).isEqualTo("KB-1");
    }
  }

  @Test
  void nothing_and_nothing_but_blanks_find_without_an_error() {
    for (var empty : List.of("", " ", "\n\n", "。。。", "😭😭")) {
      assertThat(answers.answer(empty, 10).shown()).isEmpty();
    }
  }

  @Test
  void a_question_of_a_hundred_kilobytes_is_answered_by_its_beginning() {
    assertThat(first("打印机卡纸" + "嗯".repeat(100_000))).isEqualTo("KB-1");
    assertThat(first("打印机卡纸 " + "a1-".repeat(34_000))).isEqualTo("KB-1");
  }

  @Test
  void what_stalls_regular_expressions_and_query_parsers_is_only_words_here() {
    for (var bomb :
        List.of(
            "(a+)+$" + "a".repeat(5_000) + "!",
            "((((((((((a*)*)*)*)*)*)*)*)*)*)b",
            "急".repeat(20_000),
            "住院号".repeat(5_000),
            "加1床".repeat(5_000),
            "title:* AND (\"" + "(".repeat(3_000),
            "1".repeat(50_000))) {
      assertThat(answers.answer(bomb, 10).found()).hasSizeLessThanOrEqualTo(2);
      assertThat(first("打印机卡纸 " + bomb)).isEqualTo("KB-1");
    }
  }

  private static String first(String question) {
    return answers.answer(question, 10).found().getFirst().id();
  }
}
