package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apricotdesk.bot.dialogue.KnowledgeAdvice;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.ArticleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// An answer from the knowledge base and what the nurse makes of it, by each way in.
class AdviceByEachWayTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk", "bot");

  private static final String HOW = "激光打印机卡纸了怎么取出来";

  @TempDir static Path folder;

  private static Database own;
  private static Knowledge knowledge;

  @BeforeAll
  static void write() {
    own = Database.open(db.vertx(), db.settings());
    var clock = AdjustableClock.at(Hospital.MONDAY);
    knowledge = Knowledge.open(own, folder, clock, _ -> false);
    SampleHospital.writeArticles(folder.resolve("articles"));
    var read = ArticleFiles.read(folder.resolve("articles/KB-0001.md"));
    assertThat(knowledge.articles().importAll(read, "test").refused()).isEmpty();
    Hospital.await(
        "it is not indexed", Duration.ofMinutes(1), () -> knowledge.health().articles() == 1);
  }

  @AfterAll
  static void tidy() {
    knowledge.close();
    own.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_helps_is_told_first_and_no_ticket_is_opened_when_it_helped(Way way) {
    try (var walk = Walk.by(way, db, new KnowledgeAdvice(knowledge, Hospital.ZONE))) {
      walk.nurse().says(HOW);
      assertThat(walk.nurse().hears("骨一科 · 激光打印机/卡纸").text())
          .contains("\n1. ", "\n2. ")
          .contains("\n来源：KB-0001，2026-01-12 更新");
      var card = walk.nurse().seesCard("有用");
      assertThat(card.content().toString()).contains("http://desk.test/knowledge/KB-0001");
      assertThat(card.buttons()).containsExactly("有用", "没用", "找人工");

      walk.nurse().taps("有用");
      walk.told("sunlili").hears("已自助解决");
      assertThat(walk.tickets()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "APP", mode = Mode.EXCLUDE)
  void a_thumb_below_the_answer_says_what_the_buttons_say(Way way) {
    try (var walk = Walk.by(way, db, new KnowledgeAdvice(knowledge, Hospital.ZONE))) {
      walk.nurse().says(HOW);
      var answer = walk.nurse().hears("来源：KB-0001");
      walk.nurse().seesCard("没用");

      walk.nurse().judges(answer, false);
      walk.told("sunlili").hears("已登记 #1001");
      walk.nurse().judgesNoMore(answer);
      walk.nurse().judges(answer, true);
      walk.nurse().taps("没用");

      assertThat(walk.tickets()).as("it was judged once").hasSize(1);
    }
  }

  @Test
  void a_thumb_below_an_answer_that_came_late_counts_as_well() {
    var advice = new KnowledgeAdvice(knowledge, Hospital.ZONE);
    try (var walk = Walk.by(Way.ROBOT_CALLBACK, db, advice)) {
      SlowAnswersTest.whileLocked(
          db,
          "bot.conversation",
          () -> {
            walk.nurse().says(HOW);
            assertThat(walk.nurse().lastHeard().text()).isEqualTo("收到，稍等。");
          });
      var answer = walk.nurse().hears("来源：KB-0001");
      walk.nurse().seesCard("没用");

      walk.nurse().judges(answer, false);
      walk.told("sunlili").hears("已登记 #1001");
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void advice_that_did_not_help_becomes_a_ticket_with_what_was_tried(Way way) {
    try (var walk = Walk.by(way, db, new KnowledgeAdvice(knowledge, Hospital.ZONE))) {
      walk.nurse().says(HOW);
      walk.nurse().seesCard("没用");
      walk.nurse().says("没用");
      walk.nurse().hears("已登记 #1001");
      assertThat(walk.ticket().report().description()).contains("KB-0001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_wants_a_person_instead_of_advice_gets_a_ticket_by_one_tap(Way way) {
    try (var walk = Walk.by(way, db, new KnowledgeAdvice(knowledge, Hospital.ZONE))) {
      walk.nurse().says(HOW);
      walk.nurse().seesCard("找人工");
      walk.nurse().taps("找人工");
      walk.told("sunlili").hears("#1001");
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_presses_is_registered_first_and_the_advice_comes_with_it(Way way) {
    try (var walk = Walk.by(way, db, new KnowledgeAdvice(knowledge, Hospital.ZONE))) {
      walk.nurse().says("激光打印机卡纸了 急 病人等着");
      assertThat(walk.nurse().hears("已登记 #1001").text()).contains("激光打印机卡纸怎么取");
    }
  }
}
