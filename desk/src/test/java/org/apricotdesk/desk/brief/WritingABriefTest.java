package org.apricotdesk.desk.brief;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.brief.Outcome.Done;
import org.apricotdesk.desk.brief.Outcome.Refused;
import org.apricotdesk.desk.brief.Outcome.Why;
import org.apricotdesk.desk.brief.Tips.Tip;
import org.apricotdesk.desk.incident.Incidents;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.indicator.Indicators;
import org.apricotdesk.desk.maintenance.Maintenance;
import org.apricotdesk.desk.round.Answer;
import org.apricotdesk.desk.round.Found;
import org.apricotdesk.desk.round.Rounds;
import org.apricotdesk.desk.round.Slot;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.Suggestions;
import org.apricotdesk.desk.target.CalendarImport;
import org.apricotdesk.desk.target.Calendars;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/// March at the sample hospital, told on the first of April.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingABriefTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Days MARCH = Days.month(LocalDate.of(2026, 3, 1));

  private DeskFixture desk;
  private Briefs briefs;
  private Indicators indicators;
  private Incidents incidents;
  private Suggestions suggestions;
  private Calendars calendars;

  @BeforeAll
  void aMonthOfWork() {
    desk = new DeskFixture(db);
    calendars = new Calendars(desk.database, ZONE);
    new CalendarImport(desk.database, desk.people, calendars, desk.clock)
        .load(SampleHospital.calendar());
    incidents =
        new Incidents(
            desk.database,
            new EventLog("desk"),
            desk.tickets,
            desk.people,
            desk.catalogue,
            desk.clock,
            ZONE);
    suggestions =
        new Suggestions(desk.database, new EventLog("desk"), desk.people, desk.clock, ZONE);
    var maintenance =
        new Maintenance(
            desk.database, new EventLog("desk"), desk.people, incidents.known(), desk.clock);
    indicators =
        new Indicators(desk.database, desk.access, calendars, desk.clock, ZONE)
            .counting(incidents, maintenance);
    briefs =
        new Briefs(
            desk.database,
            new EventLog("desk"),
            indicators,
            incidents,
            suggestions,
            rounds(),
            desk.people,
            desk.catalogue,
            this::worked,
            desk.clock,
            Locale.SIMPLIFIED_CHINESE,
            ZONE);
    for (var i = 0; i < 6; i++) {
      var number = solved();
      if (i == 0) accepted(number, new Command.Rate(SUN, 5, List.of(), "龚维鸣师傅来得真快"));
    }
    desk.wristband();
    desk.clock.set(Instant.parse("2026-04-01T01:00:00Z"));
  }

  private boolean worked(LocalDate day) {
    return calendars.of(desk.people.campuses().getFirst().id()).isWorkingDay(day);
  }

  private TicketNumber solved() {
    var number = desk.wristband().number();
    desk.clock.advance(Duration.ofMinutes(3));
    accepted(number, new Command.Claim(GONG));
    desk.clock.advance(Duration.ofMinutes(20));
    accepted(number, new Command.Resolve(GONG, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    accepted(number, new Command.Confirm(SUN));
    return number;
  }

  private void accepted(TicketNumber number, Command command) {
    assertThat(desk.tickets.handle(number, command)).isInstanceOf(Decision.Accepted.class);
  }

  private Brief done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).brief();
  }

  private Brief draft() {
    return briefs.draft(Kind.MONTHLY, MARCH, YE);
  }

  private Brief published() {
    var draft = draft();
    done(briefs.submit(draft.id(), 1, YE));
    return done(briefs.publish(draft.id(), 1, Audience.EVERYBODY, SHEN));
  }

  @Test
  void everybody_reads_what_helped_most_and_those_who_lead_do_not() {
    briefs.tippedBy(
        (_, _) -> Optional.of(new Tip("激光打印机卡纸怎么取", List.of("1. 先别断电硬扯", "2. 打开前盖"), 12)));

    assertThat(draft().body())
        .contains("## 一分钟小贴士\n\n**激光打印机卡纸怎么取**（12 位同事照着做就好了）\n\n1. 先别断电硬扯\n1. 打开前盖");
    assertThat(briefs.draft(Kind.LEADERSHIP, MARCH, YE).body()).doesNotContain("小贴士");

    briefs.tippedBy((_, _) -> Optional.empty());
    assertThat(draft().body()).doesNotContain("小贴士");
  }

  @Test
  void the_numbers_of_a_draft_are_the_indicators() {
    var draft = draft();
    for (var shown : indicators.ofHospital(MARCH.period(ZONE), Optional.empty())) {
      var figure = shown.figure();
      assertThat(draft.facts().number(figure.indicator()))
          .hasValueSatisfying(number -> assertThat(number.value()).isEqualTo(figure.value()));
    }
    assertThat(draft.body()).contains("| 受理件数 | 7 件 |", "| 响应及时率 | 85.71% | ≥95% |", "解决及时率");
    assertThat(draft.facts().days()).hasSize(31);
  }

  @Test
  void a_missed_target_opens_the_brief_whatever_else_went_well() {
    assertThat(draft().body()).contains("没有达到目标、正在改进的有 3 项：响应及时率 85.71%（目标 ≥95%）");
  }

  @Test
  void the_best_case_names_the_department_and_no_person() {
    assertThat(draft().body()).contains("**骨一科**", "腕带打印机不走纸", "龚\\*\\*师傅来得真快");
  }

  @Test
  void wishes_of_the_month_are_counted_and_a_month_without_any_is_silent() {
    assertThat(draft().body()).doesNotContain("您提的，我们做到了");
    var now = desk.clock.instant();
    desk.clock.set(Instant.parse("2026-03-20T01:00:00Z"));
    suggestions.submit(
        new NewSuggestion("", "建议病历模板能自动带入生命体征", SUN, Optional.empty(), Origin.CHAT));
    desk.clock.set(now);
    assertThat(draft().body()).contains("本期新收建议 1 条，已立项 0 条，储备 0 条");
  }

  @Test
  void those_who_lead_see_field_by_field_what_was_reached_and_nothing_idle() {
    var body = briefs.draft(Kind.LEADERSHIP, MARCH, YE).body();
    assertThat(body)
        .contains("| 技术保障 | 本期 | 目标 | 上期 | 变化 | 结论 |")
        .contains("| 响应及时率 | 85.71% | ≥95% | — | — | **未达标** |")
        .contains("| 核心系统综合可用率 | 100.00% | ≥99.9% |", "| 重大事件 | 0 起 | ≤2 起/月，一级 0 起 |")
        .doesNotContain("| 转其他部门件数 | 0 件 |", "报修请在企业微信找");
    assertThat(draft().body()).contains("报修请在企业微信找").doesNotContain("未达标");
  }

  @Test
  void where_a_number_went_is_said_by_whether_that_is_good() {
    var words = new NumberWords(Texts.of(Composer.class), Locale.SIMPLIFIED_CHINESE);
    assertThat(words.row(told(Indicator.REOPEN_RATE, "4.00", "2.00"))).contains("↑ 变差");
    assertThat(words.row(told(Indicator.REOPEN_RATE, "2.00", "4.00"))).contains("↓ 变好");
    assertThat(words.row(told(Indicator.FCR, "80.00", "70.00"))).contains("↑ 变好");
    assertThat(words.row(told(Indicator.FCR, "70.00", "80.00"))).contains("↓ 变差");
    assertThat(words.row(told(Indicator.TICKET_COUNT, "400", "300"))).contains("↑ 上升");
    assertThat(words.row(told(Indicator.FCR, "70.10", "70.00"))).contains("基本持平");
  }

  @Test
  void what_few_tickets_came_to_before_is_compared_with_nothing() {
    var words = new NumberWords(Texts.of(Composer.class), Locale.SIMPLIFIED_CHINESE);
    var now = Optional.of(new BigDecimal("554"));
    var before = Optional.of(new BigDecimal("0"));
    var number =
        new Facts.Told(Indicator.TICKET_COUNT, now, 554, before, 0, Optional.empty(), List.of());
    assertThat(words.row(number)).endsWith("| 554 件 | — | 0 件 | — |");
  }

  private static Facts.Told told(Indicator indicator, String now, String before) {
    return new Facts.Told(
        indicator,
        Optional.of(new BigDecimal(now)),
        100,
        Optional.of(new BigDecimal(before)),
        100,
        Optional.empty(),
        List.of());
  }

  @Test
  void too_few_ratings_are_not_told_as_a_rate() {
    assertThat(draft().body()).contains("| 工单满意率 | 样本不足（1 件） |");
  }

  @Test
  void a_section_without_facts_is_left_out() {
    var february = briefs.draft(Kind.MONTHLY, Days.month(LocalDate.of(2026, 2, 1)), YE);
    assertThat(february.body()).doesNotContain("做得好的事", "大家报得最多的");
  }

  @Test
  void rounds_are_told_with_what_came_of_them_and_many_departments_are_counted() {
    var now = desk.clock.instant();
    desk.clock.set(Instant.parse("2026-01-05T01:00:00Z"));
    var rounds = rounds();
    var lead = desk.people.find(SHEN).orElseThrow();
    var wards = desk.people.departments().stream().limit(10).toList();
    for (var i = 0; i < wards.size(); i++) {
      var day = LocalDate.of(2026, 1, 5).plusDays(i);
      var visit = visit(rounds.add(lead, day, Slot.MORNING, GONG, wards.get(i).id(), ""));
      if (i < 2) rounds.find(lead, visit, found(org.apricotdesk.desk.round.Kind.FAULT, i == 0));
      if (i == 2) rounds.find(lead, visit, found(org.apricotdesk.desk.round.Kind.WISH, false));
      visit(rounds.close(lead, visit, true, "见了护士长"));
    }
    desk.clock.set(now);

    assertThat(briefs.draft(Kind.MONTHLY, Days.month(LocalDate.of(2026, 1, 1)), YE).body())
        .contains("## 走进科室\n\n- 驻点 10 次：", wards.get(7).name() + "等 10 个科室。")
        .doesNotContain(wards.get(8).name() + "、")
        .contains("- 当场解决 1 项，转为工单 1 项、建议 1 项、培训 0 项。");
  }

  private static long visit(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done) answer).visit();
  }

  private static Found found(org.apricotdesk.desk.round.Kind kind, boolean mended) {
    return new Found(kind, "治疗室打印机走纸歪", Optional.empty(), mended);
  }

  @Test
  void the_leadership_sees_the_campuses_on_one_definition() {
    var draft = briefs.draft(Kind.LEADERSHIP, MARCH, YE);
    assertThat(draft.body()).contains("| 本部院区 | 7 | 85.71% |");
  }

  @Test
  void who_wrote_or_submitted_it_cannot_publish_it() {
    var draft = briefs.draft(Kind.MONTHLY, MARCH, SHEN);
    done(briefs.submit(draft.id(), 1, JIANG));
    for (var person : List.of(SHEN, JIANG))
      assertThat(briefs.publish(draft.id(), 1, Audience.EVERYBODY, person))
          .isEqualTo(new Refused(Why.SAME_PERSON));
    var out = done(briefs.publish(draft.id(), 1, Audience.EVERYBODY, new PersonId("pengyuanqing")));
    assertThat(out.state()).isEqualTo(State.PUBLISHED);
  }

  @Test
  void a_change_after_submission_asks_for_the_second_look_again() {
    var draft = draft();
    done(briefs.submit(draft.id(), 1, YE));
    var revised = done(briefs.revise(draft.id(), 1, "月报", "改了一句", YE));
    assertThat(revised.state()).isEqualTo(State.DRAFT);
    assertThat(briefs.publish(draft.id(), 2, Audience.EVERYBODY, SHEN))
        .isEqualTo(new Refused(Why.WRONG_STATE));
    assertThat(briefs.revise(draft.id(), 1, "月报", "旧稿", JIANG)).isEqualTo(new Refused(Why.STALE));
  }

  @Test
  void patient_data_keeps_a_brief_from_being_published() {
    var draft = draft();
    done(briefs.revise(draft.id(), 1, "月报", "感谢患者王小明（住院号 0023451987）的理解", YE));
    assertThat(briefs.submit(draft.id(), 2, YE)).isEqualTo(new Refused(Why.PATIENT_DATA));
  }

  @Test
  void what_was_published_stays_as_it_is_and_issues_are_counted() {
    var first = published();
    var second = published();
    assertThat(second.published().orElseThrow().issue())
        .isEqualTo(first.published().orElseThrow().issue() + 1);
    assertThat(briefs.revise(first.id(), 1, "改", "改", YE)).isEqualTo(new Refused(Why.WRONG_STATE));
  }

  @Test
  void a_number_that_changes_afterwards_is_corrected_by_a_new_issue() {
    var told = published();
    assertThat(briefs.correct(told.id(), YE)).isEqualTo(new Refused(Why.NOTHING_CHANGED));
    desk.database
        .pool()
        .query(
            "UPDATE desk.ticket SET response_met = false"
                + " WHERE number = (SELECT max(number) FROM desk.ticket WHERE response_met)")
        .execute()
        .await();
    indicators.rebuild();
    try {
      var correction = done(briefs.correct(told.id(), YE));
      assertThat(correction.body()).contains("| 响应及时率 | 85.71% | 71.43% |");
      assertThat(briefs.correct(told.id(), YE)).isInstanceOf(Refused.class);
      done(briefs.submit(correction.id(), 1, YE));
      var issue = done(briefs.publish(correction.id(), 1, Audience.EVERYBODY, SHEN));
      assertThat(briefs.correctedBy(told)).containsExactly(issue.published().orElseThrow().issue());
      assertThat(briefs.find(told.id()).orElseThrow().body()).contains("85.71%");
    } finally {
      desk.database
          .pool()
          .query(
              "UPDATE desk.ticket SET response_met = true WHERE NOT response_met AND"
                  + " first_responded_at IS NOT NULL")
          .execute()
          .await();
      indicators.rebuild();
    }
  }

  @Test
  void the_draft_of_the_month_comes_by_itself_on_the_first_working_day() {
    var now = desk.clock.instant();
    var chore = new MonthlyDraft(briefs, this::worked, desk.clock, ZONE);
    desk.clock.set(Instant.parse("2026-05-01T00:30:00Z"));
    chore.getAsInt();
    assertThat(drafts(LocalDate.of(2026, 4, 1))).isZero();
    desk.clock.set(Instant.parse("2026-05-05T23:30:00Z"));
    chore.getAsInt();
    assertThat(drafts(LocalDate.of(2026, 4, 1))).isZero();
    desk.clock.set(Instant.parse("2026-05-06T00:30:00Z"));
    chore.getAsInt();
    new MonthlyDraft(briefs, this::worked, desk.clock, ZONE).getAsInt();
    assertThat(drafts(LocalDate.of(2026, 4, 1))).isEqualTo(1);
    desk.clock.set(now);
  }

  private Rounds rounds() {
    return new Rounds(
        desk.database,
        new EventLog("desk"),
        desk.people,
        desk.tickets,
        suggestions,
        _ -> true,
        desk.clock,
        ZONE);
  }

  private long drafts(LocalDate first) {
    return briefs.page(Long.MAX_VALUE, 200).stream()
        .filter(brief -> brief.days().first().equals(first))
        .count();
  }

  @Test
  void markup_that_somebody_writes_stays_words() {
    var html =
        Markdown.html(
            """
            text <b>bold</b>

            <script>alert(1)</script>

            [x](javascript:alert)  ![p](https://example.org/p.png) ![c](chart:days)
            """,
            name -> "charts/" + name);
    assertThat(html)
        .doesNotContain("<script", "<b>", "javascript:", "example.org")
        .contains("charts/days", "&lt;script&gt;");
  }

  @Test
  void the_pdf_holds_the_text_in_chinese() throws IOException {
    var brief = briefs.draft(Kind.LEADERSHIP, MARCH, YE);
    var pdf = briefs.pdf(brief, "第 1 期", "杏台").getBytes();
    Files.write(Path.of("target", "brief.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("结论与请示", "响应及时率", "骨一科");
    }
  }

  /// Conclusions first; domain §18.3.
  @Test
  void the_leadership_reads_conclusions_first_and_what_comes_next_last() {
    assertThat(briefs.draft(Kind.LEADERSHIP, MARCH, YE).body())
        .containsSubsequence("## 结论与请示", "## 指标总表", "| 院区 |", "## 价值测算", "## 下期重点")
        .doesNotContain("chart:topics", "chart:days");
  }

  @Test
  void everything_it_says_is_there_in_both_languages() {
    assertThat(Texts.of(Briefs.class).incomplete()).isEmpty();
    assertThat(Texts.of(Indicator.class).incomplete()).isEmpty();
    for (var indicator : Indicator.values())
      assertThat(Texts.of(Indicator.class).has("name." + indicator.code())).isTrue();
    for (var why : Why.values())
      assertThat(why == Why.UNKNOWN || Texts.of(Briefs.class).has("refused." + why.code()))
          .isTrue();
  }
}
