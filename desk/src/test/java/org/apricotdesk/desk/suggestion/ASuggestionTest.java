package org.apricotdesk.desk.suggestion;

import static org.apricotdesk.desk.DeskFixture.GONG;
import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.DeskFixture;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ASuggestionTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk");
  private static final PersonId PENG = new PersonId("pengyuanqing");
  private static final PersonId YAN = new PersonId("yanqiu");
  private static final PersonId HE = new PersonId("hejiayi");
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final TeamId CLINICAL = new TeamId("clinical");
  private static final Set<DepartmentId> WARD = Set.of(new DepartmentId("main-guyi"));

  private static Suggestions suggestions;

  @BeforeAll
  static void openTheDesk() {
    var desk = new DeskFixture(db);
    suggestions =
        new Suggestions(
            desk.database,
            new EventLog("desk"),
            desk.people,
            desk.clock,
            ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void the_worked_examples_of_the_rubric_come_out() {
    assertThat(rubric("5 4 4 5 4", "4 4 3 4 5").score()).isEqualByComparingTo("17.60");
    assertThat(rubric("5 4 4 5 4", "4 4 3 4 5").band()).isEqualTo(Rubric.Band.APPROVE_NOW);
    assertThat(rubric("3 2 3 2 3", "4 3 4 3 3.5").score()).isEqualByComparingTo("9.10");
    assertThat(rubric("3 2 3 2 3", "4 3 4 3 3.5").band()).isEqualTo(Rubric.Band.APPROVE_PLANNED);
    assertThat(rubric("1 3 3 3 3 3 5", "2 2 2 3 3 3 4").score()).isEqualByComparingTo("7.80");
    assertThat(rubric("1 3 3 3 3 3 5", "2 2 2 3 3 3 4").band()).isEqualTo(Rubric.Band.DEFER);
    assertThat(score(SHAO, Score.Side.IT, "5 3 1 3 3 3 3").urgency()).isEqualByComparingTo("3.20");
  }

  @Test
  void the_worked_examples_of_acceptance_come_out() {
    var entry = baseline("32", "24");
    assertThat(entry.result(new BigDecimal("26"))).isEqualTo(Baseline.Result.MISSED);
    assertThat(entry.gain(new BigDecimal("26"))).isEqualByComparingTo("18.75");
    assertThat(entry.result(new BigDecimal("25.5"))).isEqualTo(Baseline.Result.PARTIAL);
    assertThat(entry.result(new BigDecimal("24"))).isEqualTo(Baseline.Result.REACHED);
    assertThat(baseline("8.0", "7").gain(new BigDecimal("6.8"))).isEqualByComparingTo("15.00");
    assertThat(baseline("10", "9").gain(new BigDecimal("11"))).isEqualByComparingTo("-10.00");
    assertThat(baseline("50", "80").gain(new BigDecimal("65"))).isEqualByComparingTo("30.00");
  }

  @Test
  void from_the_wish_to_the_measured_gain() {
    var wish = submitted("建议病历模板能自动带入生命体征，每次都要抄");
    done(wish, new Wish.Triage(YE, Layer.EFFICIENCY, CLINICAL));
    done(wish, new Wish.Review(YE));
    assertThat(refused(wish, new Wish.Approve(PENG, SHAO, JUNE, ""))).isEqualTo(Refusal.NO_QUORUM);
    voted(wish, "5 4 4 4 4 4 4");
    done(wish, new Wish.Approve(PENG, SHAO, JUNE, ""));
    assertThat(refused(wish, advance(Stage.DEVELOPING, "赶时间"))).isEqualTo(Refusal.STEP_SKIPPED);
    done(wish, advance(Stage.PROTOTYPING, ""));
    done(wish, advance(Stage.TRIAL, ""));
    done(wish, advance(Stage.DEVELOPING, ""));
    assertThat(refused(wish, advance(Stage.PILOTING, ""))).isEqualTo(Refusal.BASELINE_MISSING);
    done(wish, new Wish.SetBaseline(SHAO, baseline("32", "24")));
    done(wish, advance(Stage.PILOTING, ""));
    assertThat(refused(wish, advance(Stage.ACCEPTANCE, "快"))).isEqualTo(Refusal.STEP_SKIPPED);
    done(wish, advance(Stage.ROLLING_OUT, ""));
    done(wish, advance(Stage.ACCEPTANCE, ""));
    done(wish, new Wish.Measure(SHEN, new BigDecimal("25.5"), "护理部确认"));
    assertThat(now(wish).stage()).isEqualTo(Stage.ACCEPTED);
    assertThat(now(wish).gain().orElseThrow()).isEqualByComparingTo("20.31");
    done(wish, new Wish.FeedBack(SHAO, "六月起自动带入，谢谢您的建议"));

    assertThat(now(wish).stage()).isEqualTo(Stage.FED_BACK);
    assertThat(now(wish)).isEqualTo(suggestions.rebuilt(wish.number()));
    assertThat(suggestions.planned(JUNE, JUNE.plusDays(1)))
        .extracting(Suggestion::number)
        .contains(wish.number());
  }

  @Test
  void what_misses_its_target_goes_back_to_development() {
    var wish = submitted("希望处方打印能少按两次");
    made(wish);
    done(wish, new Wish.Measure(SHEN, new BigDecimal("26"), ""));
    assertThat(now(wish).stage()).isEqualTo(Stage.FAILED);

    done(wish, advance(Stage.DEVELOPING, "再改"));

    assertThat(now(wish).stage()).isEqualTo(Stage.DEVELOPING);
  }

  @Test
  void foundation_work_may_leave_out_steps_but_says_why() {
    var wish = submitted("按新规要求登录要双因素");
    done(wish, new Wish.Triage(YE, Layer.FOUNDATION, CLINICAL));
    assertThat(refused(wish, new Wish.Approve(SHEN, SHAO, JUNE, ""))).isEqualTo(Refusal.NOT_NOW);
    done(wish, new Wish.Approve(SHEN, SHAO, JUNE, "等保三级要求"));

    assertThat(refused(wish, advance(Stage.DEVELOPING, ""))).isEqualTo(Refusal.STEP_SKIPPED);
    done(wish, advance(Stage.DEVELOPING, "配置即可，2人日"));

    assertThat(now(wish).stage()).isEqualTo(Stage.DEVELOPING);
  }

  @Test
  void equal_wishes_become_one_with_all_who_wish_for_it() {
    var first = submitted("能不能在检验报告里直接看到历史对比曲线");
    var second = suggestions.submit(wish("希望检验报告里可以直接看历史对比曲线", HE));
    done(second, new Wish.Second(GONG));

    assertThat(suggestions.alike(db.database().pool(), second.text(), 5))
        .extracting(Suggestion::number)
        .contains(first.number());
    assertThat(suggestions.alike(db.database().pool(), "希望食堂能提前订餐", 5)).isEmpty();
    done(second, new Wish.MergeInto(YE, first.number()));

    assertThat(now(second).stage()).isEqualTo(Stage.MERGED);
    assertThat(now(first).supporters()).containsExactlyInAnyOrder(HE, GONG);
    assertThat(refused(second, new Wish.Second(SHEN))).isEqualTo(Refusal.NOT_NOW);
  }

  @Test
  void nobody_supports_or_scores_their_own_wish_and_nobody_twice() {
    var wish = submitted("建议护士站白板字体放大");

    assertThat(refused(wish, new Wish.Second(SUN))).isEqualTo(Refusal.OWN_WISH);
    done(wish, new Wish.Second(HE));
    assertThat(refused(wish, new Wish.Second(HE))).isEqualTo(Refusal.ALREADY_SECONDED);
    done(wish, new Wish.Triage(YE, Layer.EFFICIENCY, CLINICAL));
    done(wish, new Wish.Review(YE));
    var own = score(SUN, Score.Side.CLINICAL, "5 5 5 5 5 5 5");
    assertThat(refused(wish, new Wish.Vote(SUN, own))).isEqualTo(Refusal.OWN_WISH);
    var odd = score(YAN, Score.Side.CLINICAL, "5.3 5 5 5 5 5 5");
    assertThat(refused(wish, new Wish.Vote(YAN, odd))).isEqualTo(Refusal.MARK_OUT_OF_RANGE);
  }

  @Test
  void what_cannot_be_done_or_is_worth_little_is_not_approved() {
    var wish = submitted("建议每个床头装大屏");
    done(wish, new Wish.Triage(YE, Layer.INNOVATION, CLINICAL));
    done(wish, new Wish.Review(YE));
    voted(wish, "2 2 2 2 2 2 2");
    assertThat(refused(wish, new Wish.Approve(PENG, SHAO, JUNE, "")))
        .isEqualTo(Refusal.SCORE_TOO_LOW);
    done(wish, new Wish.Assess(SHAO, 1));
    assertThat(refused(wish, new Wish.Approve(PENG, SHAO, JUNE, "")))
        .isEqualTo(Refusal.NOT_FEASIBLE);

    done(wish, new Wish.Reject(PENG, RejectionReason.LOW_VALUE, "现有白板够用"));
    done(wish, new Wish.FeedBack(YE, "谢谢，暂不采纳，原因已说明"));

    assertThat(now(wish).stage()).isEqualTo(Stage.FED_BACK);
  }

  @Test
  void patient_data_in_a_wish_is_masked() {
    var wish = submitted("建议患者王建国的腕带 13912345678 能重打");

    assertThat(wish.text()).doesNotContain("13912345678", "王建国");
    assertThat(wish.title()).doesNotContain("13912345678");
  }

  private static void made(Suggestion wish) {
    done(wish, new Wish.Triage(YE, Layer.EFFICIENCY, CLINICAL));
    done(wish, new Wish.Review(YE));
    voted(wish, "5 4 4 4 4 4 4");
    done(wish, new Wish.Approve(PENG, SHAO, JUNE, ""));
    done(wish, advance(Stage.PROTOTYPING, ""));
    done(wish, advance(Stage.TRIAL, ""));
    done(wish, advance(Stage.DEVELOPING, ""));
    done(wish, new Wish.SetBaseline(SHAO, baseline("32", "24")));
    for (var stage : List.of(Stage.PILOTING, Stage.ROLLING_OUT, Stage.ACCEPTANCE))
      done(wish, advance(stage, ""));
  }

  private static void voted(Suggestion wish, String marks) {
    done(wish, new Wish.Vote(PENG, score(PENG, Score.Side.CLINICAL, marks)));
    done(wish, new Wish.Vote(YAN, score(YAN, Score.Side.CLINICAL, marks)));
    done(wish, new Wish.Vote(HE, score(HE, Score.Side.FUNCTIONAL, marks)));
    done(wish, new Wish.Vote(SHAO, score(SHAO, Score.Side.IT, marks)));
    done(wish, new Wish.Vote(SHEN, score(SHEN, Score.Side.IT, marks)));
  }

  private static Wish.Advance advance(Stage to, String skip) {
    return new Wish.Advance(SHAO, to, to == Stage.PILOTING ? WARD : Set.of(), "", skip);
  }

  private static Suggestion submitted(String text) {
    return suggestions.submit(wish(text, SUN));
  }

  private static NewSuggestion wish(String text, PersonId by) {
    return new NewSuggestion("", text, by, Optional.empty(), Origin.CHAT);
  }

  private static void done(Suggestion wish, Wish what) {
    assertThat(suggestions.handle(wish.number(), what)).isInstanceOf(Answer.Done.class);
  }

  private static Refusal refused(Suggestion wish, Wish what) {
    return ((Answer.Refused) suggestions.handle(wish.number(), what)).why();
  }

  private static Suggestion now(Suggestion wish) {
    return suggestions.find(wish.number()).orElseThrow();
  }

  private static Baseline baseline(String before, String target) {
    return new Baseline("病历录入时间", "系统日志", "分钟", new BigDecimal(before), new BigDecimal(target));
  }

  private static Rubric rubric(String urgencies, String values) {
    return Rubric.of(marks(urgencies), marks(values));
  }

  private static List<BigDecimal> marks(String text) {
    return Stream.of(text.split(" ", -1)).map(BigDecimal::new).toList();
  }

  private static Score score(PersonId by, Score.Side side, String text) {
    var m = marks(text);
    return new Score(
        by, side, m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6));
  }
}
