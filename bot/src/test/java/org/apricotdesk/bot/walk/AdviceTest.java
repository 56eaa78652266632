package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apricotdesk.bot.dialogue.KnowledgeAdvice;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.time.AdjustableClock;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.answer.Band;
import org.apricotdesk.knowledge.article.ArticleFiles;
import org.apricotdesk.knowledge.feedback.Fared;
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
  private static final AdjustableClock clock = AdjustableClock.at(Hospital.MONDAY);

  private Hospital hospital;

  @BeforeAll
  static void write() {
    own = Database.open(db.vertx(), db.settings());
    knowledge = Knowledge.open(own, folder, clock, _ -> false);
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
    hospital =
        Hospital.on(db, Robot.Transport.CALLBACK, new KnowledgeAdvice(knowledge, Hospital.ZONE));
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
    assertThat(nurse.hears("骨一科 · 激光打印机/卡纸").text())
        .contains("\n1. ", "\n2. ")
        .contains("\n来源：KB-0001，2026-01-12 更新");
    assertThat(nurse.seesCard("有用").content().toString())
        .contains("http://desk.test/knowledge/KB-0001");
    assertThat(nurse.seesCard("有用").buttons()).containsExactly("有用", "没用", "找人工");
    nurse.taps("有用");
    nurse.hears("已自助解决");
    assertThat(tickets()).isEmpty();
  }

  @Test
  void advice_that_did_not_help_becomes_a_ticket_in_one_tap_with_everything_filled_in() {
    var nurse = hospital.nurse();
    nurse.says("护士站激光打印机卡纸了怎么取出来");
    nurse.seesCard("没用");
    nurse.taps("没用");
    nurse.hears("已登记 #1001：骨一科 护士站 · 激光打印机/卡纸");
    var report = tickets().getFirst().report();
    assertThat(report.description()).contains("卡纸了怎么取出来", "已看过知识库：KB-0001");
    assertThat(report.category()).contains(new CategoryCode("printer.laser.jam"));
    assertThat(report.place().spot()).contains("护士站");
  }

  @Test
  void what_another_department_does_is_not_added_to_the_trouble_that_was_just_answered() {
    var nurse = hospital.nurse();
    nurse.says("激光打印机卡纸了怎么取出来");
    nurse.seesCard("没用");
    nurse.says("病房空调不制冷 一直漏水");
    assertThat(nurse.hears("转其他部门/转后勤").text()).contains("后勤保障部");
    assertThat(tickets()).isEmpty();
  }

  @Test
  void what_holds_on_another_campus_is_no_advice_here() throws IOException {
    var strange = folder.resolve("KB-9001.md");
    Files.writeString(
        strange,
        """
        ---
        id: KB-9001
        title: 气动物流管道的条码墩子闪紫灯
        category: printer.label
        campus: east
        symptoms:
          - 条码墩子闪紫灯
        ---
        1. 按住墩子背面的圆钮十秒
        2. 等紫灯变绿
        """);
    assertThat(knowledge.articles().importAll(ArticleFiles.read(strange), "test").refused())
        .isEmpty();
    Hospital.await(
        "the article is not found",
        Duration.ofMinutes(1),
        () -> knowledge.ask("气动物流管道的条码墩子闪紫灯").band() == Band.ANSWER);
    hospital.nurse().says("气动物流管道的条码墩子闪紫灯，打不了条码");
    assertThat(hospital.nurse().hears("已登记 #1001").text()).doesNotContain("圆钮");
  }

  @Test
  void what_presses_is_registered_first_and_the_advice_comes_with_it() {
    hospital.nurse().says("激光打印机卡纸了 急 病人等着");
    assertThat(hospital.nurse().hears("已登记 #1001").text()).contains("等的时候可以先试：激光打印机卡纸怎么取", "\n1. ");
  }

  @Test
  void in_a_group_one_line_is_said_and_the_steps_go_to_the_person() {
    var ward = hospital.nurse().in(hospital.ward());
    ward.says("@杏台 激光打印机卡纸了怎么取出来");
    var said = ward.lastHeard().text();
    assertThat(said.lines()).hasSize(1);
    assertThat(said).contains("骨一科 · 激光打印机/卡纸", "详情已私发给你");
    assertThat(hospital.nurse().hears("来源：KB-0001").text()).contains("\n2. ");
  }

  @Test
  void the_knowledge_base_helps_to_tell_what_a_doubtful_report_is_about() {
    hospital.nurse().says("开会那个大屏没有声音 急");
    assertThat(tickets().getFirst().report().category())
        .contains(new CategoryCode("office.meeting.video"));
  }

  @Test
  void another_matter_after_an_answer_leaves_the_answer_alone_and_its_card_still_works() {
    var nurse = hospital.nurse();
    nurse.says("护士站激光打印机卡纸了怎么取出来");
    var card = nurse.seesCard("没用");
    nurse.says("电子病历打不开，一直转圈 急");
    nurse.hears("已登记 #1001");
    assertThat(tickets()).hasSize(1);
    assertThat(tickets().getFirst().report().description()).doesNotContain("卡纸");
    hospital.clock.advance(Duration.ofHours(1));
    nurse.taps(card, "找人工");
    nurse.hears("已登记 #1002：骨一科 护士站 · 激光打印机/卡纸");
  }

  @Test
  void who_stays_silent_after_an_answer_is_asked_once_whether_it_helped() {
    var nurse = hospital.nurse();
    nurse.says("激光打印机卡纸了怎么取出来");
    hospital.clock.advance(Duration.ofMinutes(11));
    nurse.hears("刚才的步骤解决了吗");
    hospital.clock.advance(Duration.ofMinutes(25));
    nurse.says("电脑开不了机 急");
    nurse.hears("已登记 #1001");
    assertThat(tickets().getFirst().report().description()).doesNotContain("卡纸");
  }

  @Test
  void who_says_that_an_answer_helped_is_not_asked_again() {
    var nurse = hospital.nurse();
    nurse.says("激光打印机卡纸了怎么取出来");
    nurse.says("有用");
    hospital.clock.advance(Duration.ofMinutes(11));
    nurse.says("进度");
    nurse.hears("你没有在办的工单");
    assertThat(nurse.chat()).noneMatch(one -> one.text().contains("刚才的步骤"));
  }

  @Test
  void whoever_reports_the_same_again_was_not_helped() {
    var before = fared();
    hospital.nurse().says("激光打印机卡纸了怎么取出来");
    hospital.clock.advance(Duration.ofHours(3));
    hospital.nurse().says("打印机又卡纸了 急");
    clock.set(hospital.clock.instant().plus(Duration.ofDays(2)));
    knowledge.feedback().settle();
    assertThat(fared().shown()).isEqualTo(before.shown() + 1);
    assertThat(fared().solved()).isEqualTo(before.solved());
  }

  @Test
  void a_report_without_an_answer_is_remembered_as_a_gap() {
    hospital.nurse().says("阅片灯箱的调光旋钮拧不动了");
    assertThat(knowledge.gaps().since(Hospital.MONDAY.minusSeconds(1)))
        .anyMatch(gap -> gap.questions().stream().anyMatch(one -> one.contains("调光旋钮")));
  }

  private static Fared fared() {
    return knowledge.feedback().of(List.of("KB-0001")).getOrDefault("KB-0001", Fared.NONE);
  }

  private List<Ticket> tickets() {
    return hospital.desk.tickets().ofRequester(db.database().pool(), new PersonId("sunlili"), 20);
  }
}
