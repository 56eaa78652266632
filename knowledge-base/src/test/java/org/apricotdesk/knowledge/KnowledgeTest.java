package org.apricotdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.knowledge.answer.Band;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.article.Outcome;
import org.apricotdesk.knowledge.feedback.Fared;
import org.apricotdesk.knowledge.feedback.Feedback.Helpful;
import org.apricotdesk.knowledge.gap.Gap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

  private final AdjustableClock clock = AdjustableClock.at(MORNING);
  @TempDir Path folder;
  private Knowledge knowledge;

  @BeforeEach
  void open() {
    knowledge = open("one");
  }

  @AfterEach
  void close() {
    knowledge.close();
  }

  @Test
  void an_article_published_on_one_instance_is_found_on_another_within_two_seconds() {
    try (var other = open("two")) {
      await(() -> other.health().caughtUp(), LONG);
      publish("激光打印机卡纸怎么取", "纸卡在里面一半，面板报卡纸");

      await(() -> finds(other, "打印机又夹纸了", "激光打印机卡纸怎么取"), Duration.ofSeconds(2));
    }
  }

  @Test
  void a_retired_article_is_no_longer_found() {
    var article = publish("叫号有画面没声音", "喇叭不响");
    await(() -> finds(knowledge, "叫号喇叭不响", "叫号有画面没声音"), LONG);

    knowledge.articles().retire(article.id(), "wangqiang");

    await(() -> !finds(knowledge, "叫号喇叭不响", "叫号有画面没声音"), LONG);
  }

  @Test
  void while_the_index_is_being_written_the_database_is_searched() {
    publish("激光打印机卡纸怎么取", "纸卡在里面一半，面板报卡纸");
    var files = KnowledgeFiles.in(folder.resolve("fresh"));
    try (var other = Knowledge.open(db.database(), files, clock, _ -> false)) {
      var reply = other.ask("打印机卡纸了");

      assertThat(reply.hits())
          .first()
          .extracting(hit -> hit.article().content().title())
          .isEqualTo("激光打印机卡纸怎么取");
      assertThat(reply.band()).isEqualTo(Band.NONE);
      other.follow();
      await(() -> other.health().caughtUp(), LONG);
    }
  }

  @Test
  void a_damaged_index_is_written_anew() throws IOException {
    publish("体温单漏点、连线错位", "录了体温但图上没有点");
    await(() -> finds(knowledge, "体温单少了一个点", "体温单漏点、连线错位"), LONG);
    knowledge.close();
    try (var files = Files.list(folder.resolve("one/index"))) {
      for (var file : files.toList()) Files.write(file, new byte[] {1, 2, 3});
    }

    knowledge = open("one");

    await(() -> finds(knowledge, "体温单少了一个点", "体温单漏点、连线错位"), LONG);
  }

  @Test
  void an_index_deleted_while_it_is_in_use_is_written_anew_and_people_are_answered_meanwhile() {
    publish("体温单漏点、连线错位", "录了体温但图上没有点");
    await(() -> finds(knowledge, "体温单少了一个点", "体温单漏点、连线错位"), LONG);
    var index = folder.resolve("one/index");

    await(() -> isDeleted(index), LONG);

    await(
        () -> {
          assertThat(finds(knowledge, "体温单漏点", "体温单漏点、连线错位")).isTrue();
          return Files.exists(index);
        },
        LONG);
    await(() -> knowledge.health().caughtUp(), LONG);
    publish("叫号有画面没声音", "喇叭不响");
    await(() -> finds(knowledge, "叫号喇叭不响", "叫号有画面没声音"), LONG);
    assertThat(finds(knowledge, "体温单少了一个点", "体温单漏点、连线错位")).isTrue();
  }

  @Test
  void an_article_past_its_review_day_is_not_offered() {
    var until = Optional.of(LocalDate.of(2026, 3, 10));
    var content =
        new Content(
            "云胶片扫不开",
            "二维码提示检查不存在",
            "",
            List.of("重新发布"),
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            Optional.empty(),
            until);
    var article = knowledge.articles().draft(content, "wangqiang");
    knowledge.articles().publish(article.id(), "wangqiang");
    await(() -> finds(knowledge, "云胶片二维码扫不开", "云胶片扫不开"), LONG);

    clock.advance(Duration.ofDays(9));

    assertThat(finds(knowledge, "云胶片二维码扫不开", "云胶片扫不开")).isFalse();
  }

  @Test
  void what_holds_patient_data_is_not_published() {
    var article = knowledge.articles().draft(Content.of("患者张三的腕带", "重打"), "wangqiang");

    assertThat(knowledge.articles().publish(article.id(), "wangqiang"))
        .isEqualTo(new Outcome.HoldsPatientData(article.id()));
  }

  @Test
  void every_revision_is_kept() {
    var article = knowledge.articles().draft(Content.of("电话打不通", "拔插电话线"), "wangqiang");
    var content = Content.of("座机打不通", "找后勤");
    knowledge.articles().revise(article.id(), 1, content, "zhaolei");

    assertThat(knowledge.articles().revise(article.id(), 1, content, "lina"))
        .as("she read the first revision")
        .isInstanceOf(Outcome.Outdated.class);
    assertThat(knowledge.articles().revisions(article.id()))
        .extracting(revision -> revision.number() + " " + revision.content().title())
        .containsExactly("2 座机打不通", "1 电话打不通");
  }

  @Test
  void what_was_asked_in_vain_is_put_together_once_a_week() {
    var zone = ZoneId.of("Asia/Shanghai");
    clock.advance(Duration.ofDays(70));
    knowledge.gaps().unanswered("食堂几点开门");
    knowledge.gaps().unanswered("食堂几点开饭");
    knowledge.gaps().unanswered("停车卡怎么办");
    clock.advance(Duration.ofDays(7));
    knowledge.gaps().unanswered("这周才问的");

    assertThat(knowledge.gaps().clusterLastWeek(zone)).isTrue();
    assertThat(knowledge.gaps().clusterLastWeek(zone)).isFalse();

    assertThat(knowledge.gaps().latest())
        .extracting(Gap::questions)
        .containsExactly(List.of("食堂几点开门", "食堂几点开饭"), List.of("停车卡怎么办"));
  }

  @Test
  void a_word_the_administrators_explain_is_understood_at_once() {
    publish("内镜工作站踩脚踏不采图", "踩了脚踏没有图像");
    await(() -> knowledge.health().caughtUp() && finds(knowledge, "踩脚踏没图", "内镜工作站踩脚踏不采图"), LONG);

    knowledge.synonyms().add(List.of("铁脚板", "脚踏"));

    var hit = knowledge.ask("铁脚板").hits().getFirst();
    assertThat(hit.article().content().title()).isEqualTo("内镜工作站踩脚踏不采图");
    assertThat(knowledge.answers().answer("铁脚板", 1).found())
        .as("whoever asks for categories is answered from the same words")
        .singleElement()
        .satisfies(found -> assertThat((double) found.score()).isEqualTo(hit.score()));
  }

  @Test
  void an_answer_counts_as_solved_only_after_a_day_of_quiet() {
    var article = publish("网线松了", "右下角红叉").id();
    knowledge.feedback().shown(article, "sunlili");
    knowledge.feedback().shown(article, "zhoumin");
    clock.advance(Duration.ofHours(3));
    knowledge.feedback().returned("zhoumin", _ -> true);
    clock.advance(Duration.ofHours(22));
    knowledge.feedback().settle();

    assertThat(knowledge.feedback().of(List.of(article.value())))
        .containsEntry(article.value(), new Fared(2, 1, 0, 0, 0));
  }

  @Test
  void the_article_that_helped_most_people_comes_first() {
    var begin = clock.instant();
    var once = publish("投影仪没信号", "换一根线").id();
    var twice = publish("会议话筒没声音", "看静音键").id();
    for (var person : List.of("sunlili", "zhoumin")) {
      knowledge.feedback().shown(twice, person);
      knowledge.feedback().judged(twice, person, true);
    }
    for (var i = 0; i < 3; i++) {
      knowledge.feedback().shown(once, "sunlili");
      knowledge.feedback().judged(once, "sunlili", true);
    }
    clock.advance(Duration.ofMinutes(1));

    assertThat(knowledge.feedback().best(begin, clock.instant()))
        .filteredOn(helpful -> List.of(once, twice).contains(helpful.article()))
        .containsExactly(new Helpful(twice, 2), new Helpful(once, 1));
  }

  @Test
  void three_times_useless_in_a_week_flags_an_article() {
    var article = publish("重启试试", "不行").id();
    for (var person : List.of("sunlili", "zhoumin", "qianfang")) {
      knowledge.feedback().shown(article, person);
      knowledge.feedback().judged(article, person, false);
    }

    assertThat(knowledge.feedback().flagged()).contains(article);
  }

  @Test
  void unanswered_questions_are_put_together_by_subject() {
    for (var question : List.of("食堂饭卡刷不出余额", "停车场道闸不抬杆", "饭卡余额刷不出来", "停车道闸抬不起来")) {
      knowledge.gaps().unanswered(question);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(knowledge.gaps().since(MORNING))
        .extracting(gap -> gap.questions().size())
        .containsExactly(2, 2);
  }

  @Test
  void nothing_is_said_about_small_talk() {
    assertThat(knowledge.ask("哈哈哈哈").band()).isEqualTo(Band.NONE);
  }

  private Article publish(String title, String symptoms) {
    var content =
        new Content(
            title,
            symptoms,
            "",
            List.of("先看一眼"),
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            Optional.empty(),
            Optional.empty());
    var article = knowledge.articles().draft(content, "wangqiang");
    assertThat(knowledge.articles().publish(article.id(), "wangqiang"))
        .isInstanceOf(Outcome.Done.class);
    return article;
  }

  /// False if somebody was writing a file just then.
  private static boolean isDeleted(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) Files.deleteIfExists(file);
      Files.delete(folder);
      return true;
    } catch (DirectoryNotEmptyException _) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Knowledge open(String name) {
    return Knowledge.open(db.database(), folder.resolve(name), clock, text -> text.contains("张三"));
  }

  private static boolean finds(Knowledge knowledge, String question, String title) {
    return knowledge.ask(question).hits().stream()
        .anyMatch(hit -> hit.article().content().title().equals(title));
  }

  private static void await(BooleanSupplier condition, Duration limit) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited " + limit).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }
}
