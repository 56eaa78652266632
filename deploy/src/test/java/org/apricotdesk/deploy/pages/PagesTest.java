package org.apricotdesk.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.brief.Days;
import org.apricotdesk.desk.brief.Kind;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.maintenance.Answer;
import org.apricotdesk.desk.maintenance.Plan;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.SuggestionNumber;
import org.apricotdesk.desk.ticket.Channel;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketKind;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.RouteTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page as it is seen on a phone and on a desktop, by day and by night. The pictures are in
/// `target/screenshots`. There is no limit of time: how long it takes says nothing about the pages.
@Tag("slow")
@ExtendWith(OneSite.class)
class PagesTest {
  private static final String NURSE = "sunlili";
  private static final String DIRECTOR = "shenguangyuan";

  /// Answers without a page of their own: parts that are swapped in, and ways to somewhere else.
  private static final Set<String> NO_PAGES =
      Set.of(
          "/",
          "/live",
          "/export/tickets.csv",
          "/admin/articles/export.zip",
          "/admin/ledger.csv",
          "/queue/lanes",
          "/board/now",
          "/knowledge/found",
          "/signin/wecom",
          "/signin/back");

  private static Site site;
  private static String engineer;
  private static long first;
  private static IncidentNumber running = new IncidentNumber(1);
  private static IncidentNumber restored = new IncidentNumber(1);
  private static SuggestionNumber suggestion = new SuggestionNumber(1);
  private static long visit;
  private static long work;
  private static long brief;

  @BeforeAll
  static void somethingToSee(Site shared) {
    site = shared;
    var nurse = site.demo().simulator().member(NURSE);
    nurse.says("三楼护士站腕带打印机打不出来 急");
    first = site.newest(NURSE);
    nurse.says("电子病历打不开，一直转圈");
    engineer = site.asked(first);
    aSpareAndALink();
    largerThings();
  }

  /// The engineer has the ticket in hand, lends a spare, and sees that another has to do with it.
  private static void aSpareAndALink() {
    var tickets = site.demo().service().desk().tickets();
    var number = new TicketNumber(first);
    var who = new PersonId(engineer);
    tickets.handle(number, new Command.Claim(who));
    var due = Instant.now().plus(Duration.ofDays(14));
    tickets.handle(number, new Command.Lend(who, "SP-0012", due, "带电源线", Optional.empty()));
    var director = new PersonId(DIRECTOR);
    tickets.handle(number, new Command.Link(director, new TicketNumber(site.newest(NURSE))));
  }

  /// An incident that runs, one that is over and asks the wards, a suggestion, a week of visits.
  private static void largerThings() {
    var desk = site.demo().service().desk();
    running = declared("医保结算中断", "insurance");
    restored = declared("检验报告延迟", "lis");
    desk.tickets().open(reportOf(new CategoryCode("lis.report.result")));
    Site.await("nothing was linked", () -> !desk.incidents().reports(restored).isEmpty());
    var end = new Wish.Restore(new PersonId(DIRECTOR), "接口已恢复", "24小时内补录");
    desk.incidents().handle(restored, end);
    var wish =
        new NewSuggestion(
            "", "建议交班报告能自动带出当天的危急值", new PersonId(NURSE), Optional.empty(), Origin.WEB);
    suggestion = desk.suggestions().submit(wish).number();
    var monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    desk.rounds().planWeek(monday);
    visit = desk.rounds().between(monday, monday.plusDays(7)).getFirst().number();
    work = planned();
    var month = new Days(monday.minusDays(40), monday.minusDays(10));
    brief = desk.briefs().draft(Kind.MONTHLY, month, new PersonId(DIRECTOR)).id();
  }

  /// Downtime that somebody asked for.
  private static long planned() {
    var begin = Instant.now().plus(Duration.ofDays(2));
    var plan =
        new Plan(
            "核心交换机升级",
            Set.of("network"),
            Area.hospital(),
            begin,
            begin.plus(Duration.ofHours(2)),
            "停机期间手工登记");
    var dispatcher = site.person("yejiaojiao");
    var answer = site.demo().service().desk().maintenance().request(dispatcher, plan);
    return ((Answer.Done) answer).work().number();
  }

  private static NewTicket reportOf(CategoryCode category) {
    var nurse = new PersonId(NURSE);
    return new NewTicket(
        TicketKind.INCIDENT,
        "检验报告打不开",
        "检验报告全科都打不开，一直转圈",
        Optional.of(category),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        nurse,
        nurse,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Channel.WEB,
        Optional.empty(),
        List.of(),
        new JsonObject());
  }

  private static IncidentNumber declared(String title, String system) {
    var wish =
        new Wish.Declare(
            new PersonId(DIRECTOR),
            Level.B,
            title,
            Set.of(system),
            Area.hospital(),
            "多个科室报告，一直转圈",
            "工程师正在处理接口",
            "先手工登记，恢复后补录",
            Optional.empty(),
            Optional.empty());
    return site.demo().service().desk().incidents().declare(wish).incident().number();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_on_any_page_is_in_the_way_of_a_nurse(Look look) {
    var more =
        List.of(
            "/tickets/" + first,
            "/knowledge/KB-0001",
            "/incidents/" + restored.value(),
            "/suggestions/" + suggestion.value());
    assertThat(complaints(NURSE, look, "nurse", more)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_on_any_page_is_in_the_way_of_an_engineer(Look look) {
    var more = List.of("/tickets/" + first, "/queue?priority=P1", "/search?q=电子病历");
    assertThat(complaints(engineer, look, "engineer", more)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_on_any_page_is_in_the_way_of_the_director(Look look) {
    var more =
        List.of(
            "/tickets/" + first,
            "/admin/articles/KB-0001",
            "/admin/wording/dialogue.card.solved.text",
            "/admin/people/" + engineer,
            "/admin/departments/main-guyi",
            "/admin/spares/label-printer",
            "/admin/briefs/" + brief,
            "/maintenance/" + work,
            "/my/figures/" + engineer,
            "/assessments/heqingshan",
            "/assessments/heqingshan/failures",
            "/incidents/" + running.value(),
            "/incidents/" + restored.value(),
            "/suggestions/" + suggestion.value(),
            "/rounds/" + visit);
    assertThat(complaints(DIRECTOR, look, "director", more)).isEmpty();
  }

  private static List<String> complaints(
      String userid, Look look, String picture, List<String> more) {
    try (var browser = site.browserOf(userid, look)) {
      var inspection = new Inspection(browser.newPage(), look);
      pagesOf(userid).forEach(path -> inspection.look(path, picture + path.replace('/', '-')));
      more.forEach(path -> inspection.look(path, picture + path.replaceAll("[/?=&]", "-")));
      return inspection.complaints();
    }
  }

  /// The pages that open for this person and for nobody with less to say.
  private static List<String> pagesOf(String userid) {
    var order = List.of(NURSE, engineer, DIRECTOR);
    var lesser = order.subList(0, order.indexOf(userid));
    return site.demo().service().routes().stream()
        .filter(line -> line.method().equals(HttpMethod.GET))
        .filter(line -> !line.path().contains(":") && !NO_PAGES.contains(line.path()))
        .filter(line -> opens(line, userid))
        .filter(line -> lesser.stream().noneMatch(other -> opens(line, other)))
        .map(RouteTable.Line::path)
        .toList();
  }

  private static boolean opens(RouteTable.Line line, String userid) {
    return line.rule().allows(site.person(userid));
  }

  @Test
  void every_page_opens_for_one_of_the_three_who_look() {
    var seen = List.of(NURSE, engineer, DIRECTOR);

    assertThat(site.demo().service().routes())
        .filteredOn(line -> line.method().equals(HttpMethod.GET))
        .allMatch(line -> seen.stream().anyMatch(userid -> opens(line, userid)));
  }

  @Test
  void whatever_stands_in_the_navigation_leads_to_a_page() {
    var paths = site.demo().service().routes().stream().map(RouteTable.Line::path).toList();
    try (var browser = site.browserOf(DIRECTOR, Look.DESKTOP_LIGHT)) {
      var page = browser.newPage();
      page.navigate("/board");

      assertThat((List<?>) page.evalOnSelectorAll(".tabs a", "all => all.map(a => a.pathname)"))
          .isNotEmpty()
          .allMatch(paths::contains);
    }
  }
}
