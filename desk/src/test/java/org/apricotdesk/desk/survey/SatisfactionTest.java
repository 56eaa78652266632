package org.apricotdesk.desk.survey;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.survey.web.SurveyPages;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Cause;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.NewTicket;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SatisfactionTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;
  private static NewTicket report;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
    report = new DeskFixture(db).report(SUN, Priority.P3);
  }

  @BeforeEach
  void nothingHasHappened() {
    pages.clock.set(DeskFixture.MONDAY_MORNING);
    db.database()
        .pool()
        .query(
            """
            TRUNCATE desk.callback, desk.ticket, desk.survey, desk.survey_invitation,
                     desk.survey_form, desk.event CASCADE
            """)
        .execute()
        .await();
  }

  @Test
  void the_interval_of_eighteen_in_twenty_is_printed_right() {
    var interval = Wilson.interval(18, 20);

    assertThat(interval.low()).isCloseTo(0.699, within(0.001));
    assertThat(interval.high()).isCloseTo(0.972, within(0.001));
    assertThat(Wilson.interval(4, 4).tooFew()).isTrue();
    assertThat(Wilson.interval(5, 5).tooFew()).isFalse();
    assertThat(Wilson.interval(0, 10).low()).isZero();
  }

  @Test
  void a_low_mark_is_a_task_until_somebody_else_has_called_back() {
    var number = rated(1);
    rated(5);
    var lead = pages.visitor(JIANG);
    assertThat(lead.reads("/callbacks")).contains("#" + number.value(), "样本不足", "17日 09:00");

    var path = "/callbacks/" + number.value();
    assertThat(lead.sends("/callbacks", path, "cause", " ", "action", "").body())
        .contains("请写清原因和措施");
    lead.sends("/callbacks", path, "cause", "等太久", "action", "夜班加一人");

    assertThat(lead.reads("/callbacks")).contains("没有待回访的评价");
    var director = pages.desk.people().find(SHEN).orElseThrow();
    assertThat(pages.desk.callbacks().record(director, number, "再来", "再来"))
        .isEqualTo(Callbacks.Result.ALREADY_DONE);
  }

  @Test
  void whoever_did_the_work_does_not_settle_the_complaint_about_it() {
    var number = rated(2);
    var engineer = pages.desk.people().find(SHAO).orElseThrow();

    assertThat(pages.desk.callbacks().record(engineer, number, "没问题", "无"))
        .isEqualTo(Callbacks.Result.NOT_ALLOWED);
    assertThat(pages.visitor(GONG).status("/callbacks")).isEqualTo(403);
  }

  @Test
  void however_many_have_been_called_back_the_next_low_mark_is_a_task() {
    var lead = pages.desk.people().find(JIANG).orElseThrow();
    var done = rated(1);
    pages.desk.callbacks().record(lead, done, "等太久", "夜班加一人");
    copies(done, 250);
    pages.clock.advance(Duration.ofHours(1));
    var next = rated(1);

    assertThat(pages.desk.callbacks().open(lead))
        .extracting(task -> task.ticket().number())
        .containsExactly(next);
  }

  private static void copies(TicketNumber number, int many) {
    for (var statement :
        List.of(
            """
            INSERT INTO desk.ticket
            SELECT (jsonb_populate_record(t, jsonb_build_object('number', 100000 + n))).*
              FROM desk.ticket t, generate_series(1, $2::int) n WHERE t.number = $1
            """,
            """
            INSERT INTO desk.callback
            SELECT 100000 + n, done_at, done_by, cause, action
              FROM desk.callback, generate_series(1, $2::int) n WHERE ticket = $1
            """))
      db.database().pool().preparedQuery(statement).execute(Tuple.of(number.value(), many)).await();
  }

  @Test
  void five_ratings_are_enough_for_a_share_with_its_interval() {
    for (var score : List.of(5, 5, 5, 5, 1)) {
      rated(score);
      pages.clock.advance(Duration.ofDays(1));
    }

    assertThat(pages.visitor(JIANG).reads("/callbacks")).contains("4/5", "80.0%", "37.6%", "96.4%");
  }

  @Test
  void of_one_person_for_one_engineer_the_first_rating_of_a_day_counts() {
    assertThat(isCounted(rated(5))).isTrue();
    assertThat(isCounted(rated(1))).as("the second of the day").isFalse();
    assertThat(pages.visitor(JIANG).reads("/callbacks"))
        .as("is called back all the same")
        .contains("回访");

    pages.clock.advance(Duration.ofDays(1));

    assertThat(isCounted(rated(1))).isTrue();
  }

  @Test
  void the_desks_own_people_do_not_make_its_figures() {
    var tickets = pages.desk.tickets();
    var number = tickets.open(new DeskFixture(db).report(GONG, Priority.P3)).number();
    tickets.handle(number, new Command.Claim(SHAO));
    tickets.handle(number, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));

    tickets.handle(number, new Command.Rate(GONG, 5, List.of(), ""));

    assertThat(isCounted(number)).isFalse();
  }

  private static boolean isCounted(TicketNumber number) {
    var rating = pages.desk.tickets().find(number).orElseThrow().rating();
    return !rating.orElseThrow().uncounted();
  }

  @Test
  void the_survey_opens_by_itself_reminds_twice_and_carries_no_name() {
    var surveys = pages.desk.surveys();
    pages.clock.set(Instant.parse("2026-03-02T00:59:59Z"));
    assertThat(surveys.work()).isZero();
    pages.clock.set(Instant.parse("2026-03-02T01:00:00Z"));

    var asked = surveys.work();

    assertThat(asked).isGreaterThan(5);
    assertThat(surveys.work()).isZero();
    assertThat(surveys.begin(SHAO)).as("the department does not judge itself").isEmpty();
    var nurse = pages.visitor(SUN);
    assertThat(nurse.reads("/survey")).contains("2026Q1", "响应速度");
    pages.clock.advance(Duration.ofMinutes(1));
    var thanks =
        nurse.sends(
            "/survey",
            "/survey",
            "stability",
            "4",
            "speed",
            "5",
            "quality",
            "4",
            "attitude",
            "5",
            "delivery",
            "3",
            "best",
            "来得快",
            "worst",
            "患者张三丰 13912345678 的检查慢");
    assertThat(thanks.body()).contains("谢谢，已收到");
    assertThat(nurse.reads("/survey")).contains("现在没有需要您填写的问卷");

    pages.clock.advance(Duration.ofDays(7));
    assertThat(surveys.work()).isEqualTo(asked - 1);
    assertThat(surveys.work()).isZero();
    pages.clock.advance(Duration.ofDays(7));
    assertThat(surveys.work()).isEqualTo(asked - 1);
    pages.clock.advance(Duration.ofDays(7));
    assertThat(surveys.running()).isEmpty();

    var form =
        db.database().pool().query("SELECT * FROM desk.survey_form").execute().await().iterator();
    var row = form.next().toJson().encode();
    assertThat(row).doesNotContain("sunlili", "13912345678", "2026-03").contains("来得快");
    assertThat(pages.visitor(SHEN).reads("/surveys"))
        .contains("84.0%", "1 / " + asked, "样本不足：要有30%", "骨一科")
        .contains("样本不足");
  }

  @Test
  void a_form_filled_in_within_seconds_does_not_count() {
    pages.clock.set(Instant.parse("2026-03-02T01:00:00Z"));
    pages.desk.surveys().work();
    pages.desk.surveys().begin(SUN);
    pages.clock.advance(Duration.ofSeconds(19));

    assertThat(pages.desk.surveys().answer(SUN, all(5))).isEqualTo(Surveys.Result.TAKEN);
    assertThat(pages.desk.surveys().answer(SUN, all(5))).isEqualTo(Surveys.Result.NOT_ASKED);

    assertThat(pages.desk.surveys().results("2026Q1").valid()).isZero();
    assertThat(pages.desk.surveys().results("2026Q1").percent()).isEmpty();
  }

  @Test
  void three_forms_of_a_department_show_and_the_sums_are_those_of_the_example() {
    pages.clock.set(Instant.parse("2026-03-02T01:00:00Z"));
    pages.desk.surveys().work();
    for (var i = 0; i < 60; i++) form(i % 20 == 0 ? "main-icu" : "d" + i % 19, 5, 5, 5, 4, 4);
    for (var i = 0; i < 20; i++) form("d" + i % 19, 5, 5, 5, 5, 4);

    var results = pages.desk.surveys().results("2026Q1");

    assertThat(results.valid()).isEqualTo(80);
    assertThat(results.sum()).isEqualTo(60 * 23 + 20 * 24);
    assertThat(results.percent().orElseThrow()).isCloseTo(93.0, within(1e-9));
    assertThat(results.sufficient()).as("too few clinical departments").isFalse();
    var icu =
        results.rows().stream().filter(r -> r.department().value().equals("main-icu")).toList();
    assertThat(icu.getFirst().percent().orElseThrow()).isCloseTo(92.0, within(1e-9));
  }

  /// Domain §16.6, clinical_satisfaction 2 and 3: nine of ten ratings good, 93 % in the forms.
  @Test
  void half_ratings_half_questionnaire_and_the_ratings_alone_where_too_few_wards_answered() {
    pages.clock.set(Instant.parse("2026-03-02T01:00:00Z"));
    pages.desk.surveys().work();
    for (var i = 0; i < 10; i++) {
      rated(i == 0 ? 1 : 5);
      pages.clock.advance(Duration.ofDays(1));
    }
    for (var i = 0; i < 80; i++) form("d" + i % 5, 5, 5, 5, i < 60 ? 4 : 5, 4);
    assertThat(clinical()).contains("90.00%", "问卷回收不足，只按工单评价");

    var wards = pages.desk.people().departments();
    for (var i = 0; i < 4 * wards.size(); i++)
      form(wards.get(i % wards.size()).id().value(), 5, 5, 5, i < 3 * wards.size() ? 4 : 5, 4);
    assertThat(pages.desk.surveys().results("2026Q1").sufficient()).isTrue();
    assertThat(clinical()).contains("91.50%").doesNotContain("问卷回收不足，只按工单评价");
  }

  private static String clinical() {
    return pages.visitor(SHEN).reads("/figures/clinical_satisfaction?span=month&at=2026-03-12");
  }

  @Test
  void a_mark_outside_the_scale_is_refused() {
    pages.clock.set(Instant.parse("2026-03-02T01:00:00Z"));
    pages.desk.surveys().work();

    assertThat(pages.desk.surveys().answer(SUN, all(6))).isEqualTo(Surveys.Result.MALFORMED);
  }

  @Test
  void the_pages_are_complete_in_both_languages() {
    assertThat(Texts.of(SurveyPages.class).incomplete()).isEmpty();
  }

  private static Form all(int mark) {
    return new Form(Stream.generate(() -> Optional.of(mark)).limit(5).toList(), "", "");
  }

  private static void form(String department, int... marks) {
    var answers = new StringBuilder();
    for (var mark : marks) answers.append(answers.isEmpty() ? "{" : ",").append(mark);
    db.database()
        .pool()
        .query(
            """
            INSERT INTO desk.survey_form VALUES ('%s', '2026Q1', '%s', '%s}', '', '', true)
            """
                .formatted(UUID.randomUUID(), department, answers))
        .execute()
        .await();
  }

  private TicketNumber rated(int score) {
    var tickets = pages.desk.tickets();
    var number = tickets.open(report).number();
    tickets.handle(number, new Command.Claim(SHAO));
    tickets.handle(number, new Command.Resolve(SHAO, "更换走纸胶辊", Optional.empty(), Cause.HARDWARE));
    tickets.handle(number, new Command.Rate(SUN, score, List.of(), ""));
    return number;
  }
}
