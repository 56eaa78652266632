package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apricotdesk.bot.dialogue.KnowledgeAdvice;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.ArticleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Answers from the knowledge base, before anybody has to come.
class AdviceTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk", "bot");

  @TempDir static Path folder;

  private static Database own;
  private static Knowledge knowledge;

  private Hospital hospital;

  @BeforeAll
  static void write() {
    own = Database.open(db.vertx(), db.settings());
    var clock = AdjustableClock.at(Hospital.MONDAY);
    knowledge = Knowledge.open(db.vertx(), own, folder, clock, _ -> false);
    SampleHospital.writeArticles(folder.resolve("articles"));
    var read = ArticleFiles.read(folder.resolve("articles"));
    assertThat(knowledge.articles().importAll(read, "test").refused()).isEmpty();
    Hospital.await(
        "not every article is indexed",
        Duration.ofMinutes(2),
        () -> knowledge.health().articles() >= SampleHospital.articles().size());
  }

  @AfterAll
  static void tidy() {
    knowledge.close();
    own.close();
  }

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK, new KnowledgeAdvice(knowledge));
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
  }

  @Test
  void what_helps_is_told_first_and_no_ticket_is_opened_when_it_helped() {
    var nurse = hospital.nurse();
    nurse.says("激光打印机卡纸了怎么取出来");
    assertThat(nurse.hears("激光打印机卡纸怎么取").text())
        .contains("\n1. ", "\n2. ")
        .contains("\n来源：KB-0001，2026-03-16 更新");
    assertThat(nurse.seesCard("有用").content().toString())
        .contains("http://desk.test/knowledge/KB-0001");
    assertThat(nurse.seesCard("有用").buttons()).containsExactly("有用", "没用", "找人工");
    nurse.taps("有用");
    nurse.hears("已自助解决");
    assertThat(tickets()).isZero();
  }

  @Test
  void advice_that_did_not_help_becomes_a_ticket_with_what_was_tried() {
    var nurse = hospital.nurse();
    nurse.says("激光打印机卡纸了怎么取出来");
    nurse.seesCard("没用");
    nurse.says("没用");
    nurse.hears("已登记 #1001");
    assertThat(tickets()).isEqualTo(1);
  }

  @Test
  void what_presses_is_registered_first_and_the_advice_comes_with_it() {
    hospital.nurse().says("激光打印机卡纸了 急 病人等着");
    hospital.nurse().hears("已登记 #1001");
  }

  private int tickets() {
    return hospital
        .desk
        .tickets()
        .ofRequester(db.database().pool(), new PersonId("sunlili"), 20)
        .size();
  }
}
