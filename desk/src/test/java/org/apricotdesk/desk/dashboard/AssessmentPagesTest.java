package org.apricotdesk.desk.dashboard;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.MONDAY_MORNING;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.PagesFixture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Junior engineer Shao solves twenty tickets and takes a last one late, as everything is down;
/// Gong, who has no part in what was down later, takes one late as well. Of the printers, for which
/// Meng answers, two fail urgently.
class AssessmentPagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  private static final PersonId CMIO = new PersonId("pengyuanqing");
  private static final PersonId DEPUTY = new PersonId("linmeihua");
  private static final PersonId SENIOR = new PersonId("heqingshan");
  private static final PersonId OF_ANOTHER_TEAM = new PersonId("chenyuhang");
  private static final String OF_SHAO = "/assessments/shaojiale";
  private static final String OF_SENIOR = "/assessments/heqingshan";

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void aMorning() {
    pages = new PagesFixture(db, folder);
    for (var i = 0; i < 20; i++) solved(SHAO, Duration.ofMinutes(1));
    down(Level.A, "insurance", () -> solved(SHAO, Duration.ofMinutes(50)));
    down(Level.B, "his", () -> solved(GONG, Duration.ofMinutes(50)));
    pages.desk.tickets().open(report(Priority.P1));
    pages.desk.tickets().open(report(Priority.P2));
  }

  private static void solved(PersonId engineer, Duration waiting) {
    var number = pages.desk.tickets().open(report(Priority.P3)).number();
    pages.clock.advance(waiting);
    accepted(number, new Command.Claim(engineer));
    accepted(number, new Command.Resolve(engineer, "换了色带", Optional.empty(), Cause.CONSUMABLE));
  }

  private static void accepted(TicketNumber number, Command command) {
    assertThat(pages.desk.tickets().handle(number, command)).isInstanceOf(Decision.Accepted.class);
  }

  /// A P3 has half an hour to be taken.
  private static NewTicket report(Priority priority) {
    return new NewTicket(
        TicketKind.INCIDENT,
        "腕带打印机不走纸",
        "腕带打印机红灯闪烁",
        Optional.of(DeskFixture.WRISTBAND),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SUN,
        SUN,
        Optional.of(priority),
        Optional.empty(),
        Optional.empty(),
        Channel.DIRECT,
        Optional.empty(),
        List.of(),
        new JsonObject());
  }

  private static void down(Level level, String system, Runnable meanwhile) {
    var wish =
        new Wish.Declare(
            SHEN,
            level,
            "全院用不了",
            Set.of(system),
            Area.hospital(),
            "登录超时",
            "正在重启",
            "先用手工单",
            Optional.empty(),
            Optional.empty());
    var number = ((Answer.Done) pages.desk.incidents().declare(wish)).incident().number();
    meanwhile.run();
    pages.desk.incidents().handle(number, new Wish.Restore(SHEN, "已恢复", "请补录"));
  }

  @Test
  void time_lost_to_a_major_incident_is_nobodys_fault_whom_it_took() {
    assertThat(pages.visitor(SHAO).reads(OF_SHAO))
        .contains("100.00%（21/21）", "扣除重大事件占用的时间后及时 1 件")
        .contains("权重 30%");
    assertThat(pages.visitor(GONG).reads("/assessments/gongweiming"))
        .as("a level B incident of the clinical team")
        .contains("<span>0/1</span>");
  }

  @Test
  void every_part_leads_to_its_definition_and_rows() {
    var response = pages.visitor(SHAO).reads(OF_SHAO + "/response");
    assertThat(response).contains("怎么算", "分子 21，分母 21", "/tickets/", "得分就是这个比率");
    assertThat(pages.visitor(SHAO).reads(OF_SHAO + "/gain")).contains("没有实测结果的项目");
    assertThat(pages.visitor(SHAO).reads(OF_SHAO + "/failures")).contains("没有负责的系统");
    assertThat(pages.visitor(SHAO).status(OF_SHAO + "/rating")).isEqualTo(404);
    assertThat(pages.visitor(SHAO).status(OF_SHAO + "/nonsense")).isEqualTo(404);
  }

  @Test
  void urgent_faults_of_a_system_count_for_whoever_answers_for_it() {
    var page = "/assessments/mengfanrui";
    var owner = pages.visitor(new PersonId("mengfanrui"));
    assertThat(owner.reads(page)).contains("P1 1 起，P2 1 起", ">93.00<");
    assertThat(Jsoup.parse(owner.reads(page + "/failures")).select("a[href^=/tickets/]"))
        .hasSize(2);
  }

  @Test
  void engineers_see_their_own_leads_their_teams_directors_and_auditors_all() {
    for (var who : List.of(SHAO, JIANG, SHEN, DEPUTY))
      assertThat(pages.visitor(who).status(OF_SHAO)).as(who.value()).isEqualTo(200);
    for (var who : List.of(GONG, OF_ANOTHER_TEAM, CMIO))
      assertThat(pages.visitor(who).status(OF_SHAO)).as(who.value()).isEqualTo(404);
    for (var who : List.of(SUN, YE, new PersonId("yanqiu")))
      assertThat(pages.visitor(who).status(OF_SHAO)).as(who.value()).isEqualTo(403);
    assertThat(pages.visitor(JIANG).reads("/assessments")).contains("邵嘉乐").doesNotContain("林晓昱");
    assertThat(pages.visitor(SHEN).reads("/assessments")).contains("邵嘉乐", "林晓昱");
    assertThat(pages.visitor(SHAO).status("/assessments")).isEqualTo(403);
    assertThat(pages.visitor(SHAO).reads("/my/figures")).contains(OF_SHAO);
  }

  @Test
  void nobody_is_ranked() {
    var page = pages.visitor(SHEN).reads("/assessments");
    var team =
        pages.desk.people().having(Role.ENGINEER).stream()
            .filter(one -> one.team().filter(t -> t.value().equals("operations")).isPresent())
            .map(Person::name)
            .toList();
    var from = 0;
    for (var name : team) {
      assertThat(page.indexOf(name)).as(name + " by userid").isGreaterThan(from);
      from = page.indexOf(name);
    }
  }

  @Test
  void with_one_ticket_there_is_no_score_of_their_own() {
    assertThat(pages.visitor(GONG).reads("/assessments/gongweiming"))
        .contains("解决的工单不足 20 件（1 件）", "没有中位数");
  }

  @Test
  void director_and_cmio_rate_a_seniors_innovation_with_a_reason() {
    assertThat(pages.visitor(SHEN).reads(OF_SENIOR)).contains("创新还没有评分", "给创新评分");
    var cmio = pages.visitor(CMIO);
    assertThat(cmio.reads(OF_SENIOR)).contains("给创新评分").doesNotContain("响应及时率");
    assertThat(cmio.sends(OF_SENIOR, OF_SENIOR + "/rating", "score", "101", "reason", "好").body())
        .contains("请填 0 到 100 的整数", "value=\"101\"");
    assertThat(
            cmio.sends(OF_SENIOR, OF_SENIOR + "/rating", "score", "80", "reason", " ").statusCode())
        .isEqualTo(400);
    cmio.sends(OF_SENIOR, OF_SENIOR + "/rating", "score", "80", "reason", "零信任落地");
    pages.visitor(SHEN).sends(OF_SENIOR, OF_SENIOR + "/rating", "score", "60", "reason", "一篇论文");
    assertThat(cmio.sends(OF_SENIOR, OF_SENIOR + "/rating", "score", "90", "reason", "又获奖").body())
        .contains("又获奖", "一篇论文")
        .doesNotContain("零信任落地");
    assertThat(pages.visitor(SENIOR).reads(OF_SENIOR)).contains("75.00", "临床信息官 90");
    assertThat(audited("heqingshan")).contains("assessment.rated");
    assertThat(pages.visitor(SHEN).reads(OF_SENIOR + "?term=2026Q1"))
        .as("the rating is of the half-year")
        .contains("还没有评分");
  }

  @Test
  void nobody_but_the_director_and_the_cmio_rates_and_only_whose_innovation_counts() {
    for (var who : List.of(SENIOR, JIANG))
      assertThat(rates(who, OF_SENIOR, OF_SENIOR)).as(who.value()).isEqualTo(403);
    assertThat(rates(DEPUTY, OF_SENIOR, OF_SENIOR)).isEqualTo(403);
    assertThat(rates(SHEN, OF_SHAO, OF_SHAO)).as("a junior").isEqualTo(404);
    assertThat(rates(CMIO, OF_SENIOR, OF_SHAO)).isEqualTo(404);
  }

  private static int rates(PersonId who, String page, String whom) {
    return pages
        .visitor(who)
        .sends(page, whom + "/rating", "score", "100", "reason", "好")
        .statusCode();
  }

  @Test
  void a_breach_caps_the_score_until_it_is_withdrawn() {
    var director = pages.visitor(SHEN);
    var before = director.reads(OF_SHAO);
    assertThat(before).doesNotContain("有确认的安全违规");
    var tomorrow = MONDAY_MORNING.plus(Duration.ofDays(2)).toString().substring(0, 10);
    assertThat(
            director.sends(OF_SHAO, OF_SHAO + "/breach", "day", tomorrow, "reason", "外借账号").body())
        .contains("请填已过去的日期");
    director.sends(OF_SHAO, OF_SHAO + "/breach", "day", "2026-03-10", "reason", "外借账号");
    assertThat(pages.visitor(SHAO).reads(OF_SHAO))
        .contains("有确认的安全违规", "外借账号", ">59.00<")
        .doesNotContain("/withdrawal");
    assertThat(director.reads(OF_SHAO + "?term=2025H2")).doesNotContain("外借账号");
    director.sends(OF_SHAO, OF_SHAO + "/withdrawal", "breach", "1");
    assertThat(director.reads(OF_SHAO)).doesNotContain("有确认的安全违规");
    assertThat(audited("shaojiale")).contains("assessment.breach", "assessment.withdrawn");
  }

  private static List<String> audited(String engineer) {
    return pages.desk.audit().of("assessment " + engineer, 10).stream()
        .map(Audit.Entry::action)
        .toList();
  }
}
