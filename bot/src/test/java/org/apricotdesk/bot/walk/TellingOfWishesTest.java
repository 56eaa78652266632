package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.round.Slot;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.suggestion.Answer;
import org.apricotdesk.desk.suggestion.Baseline;
import org.apricotdesk.desk.suggestion.Layer;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.RejectionReason;
import org.apricotdesk.desk.suggestion.Score;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;
import org.apricotdesk.desk.suggestion.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever wished for something, is asked for an opinion or gets a visit, hears of it.
class TellingOfWishesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");
  private static final PersonId SUN = new PersonId("sunlili");
  private static final PersonId HE = new PersonId("hejiayi");
  private static final PersonId SHAO = new PersonId("shaojiale");
  private static final PersonId YE = new PersonId("yejiaojiao");
  private static final PersonId PENG = new PersonId("pengyuanqing");

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
  }

  @Test
  void proposer_and_supporters_hear_of_each_step_once() {
    var suggestions = hospital.desk.suggestions();
    var wish = new NewSuggestion("", "建议白板字体放大", SUN, Optional.empty(), Origin.CHAT);
    var number = suggestions.submit(wish).number();
    suggestions.handle(number, new Wish.Second(HE));
    suggestions.handle(number, new Wish.Triage(YE, Layer.EFFICIENCY, new TeamId("clinical")));
    suggestions.handle(number, new Wish.Reject(PENG, RejectionReason.ALREADY_EXISTS, "设置里已可放大"));

    for (var member : List.of(hospital.nurse(), hospital.member("hejiayi"))) {
      Hospital.await("the refusal was not told", () -> told(member, "没有采纳：设置里已可放大"));
      assertThat(texts(member)).hasSize(2);
      assertThat(texts(member).getFirst()).contains("效率提升类", "http://desk.test/suggestions/");
    }
  }

  @Test
  void from_a_word_in_chat_to_the_measured_gain_the_proposer_hears_of_every_step() {
    hospital.nurse().says("建议交班报告能自动带出当天的危急值");
    Hospital.await("the wish was not taken in", () -> told(hospital.nurse(), "建议已收到"));
    var wish = hospital.desk.suggestions().list(Set.of(), Optional.empty(), 1).getFirst();
    assertThat(wish.proposer()).isEqualTo(SUN);

    wishes(wish)
        .forEach(
            step ->
                assertThat(hospital.desk.suggestions().handle(wish.number(), step))
                    .as("" + step)
                    .isInstanceOf(Answer.Done.class));

    for (var words :
        List.of(
            "分为效率提升类",
            "已列入联合评审",
            "已立项，计划2026-06-30前完成",
            "做出了原型",
            "小范围试用",
            "正在开发",
            "正在试点",
            "开始全院推广",
            "正在验收",
            "实测23，改善28.13%，达到目标",
            "已全院启用")) Hospital.await("not told: " + words, () -> told(hospital.nurse(), words));
  }

  private static List<Wish> wishes(Suggestion wish) {
    var all = new ArrayList<Wish>();
    all.add(new Wish.Triage(YE, Layer.EFFICIENCY, new TeamId("clinical")));
    all.add(new Wish.Review(YE));
    for (var one : List.of(PENG, HE, new PersonId("liuwenjing")))
      all.add(vote(one, Score.Side.CLINICAL));
    all.add(vote(new PersonId("yanqiu"), Score.Side.FUNCTIONAL));
    all.add(vote(SHAO, Score.Side.IT));
    all.add(new Wish.Approve(PENG, SHAO, LocalDate.of(2026, 6, 30), ""));
    for (var stage : List.of(Stage.PROTOTYPING, Stage.TRIAL, Stage.DEVELOPING))
      all.add(new Wish.Advance(SHAO, stage, Set.of(), "", ""));
    all.add(
        new Wish.SetBaseline(
            SHAO, new Baseline("交班用时", "骨一科计时", "分钟", number("32"), number("24"))));
    var ward = wish.department().map(Set::of).orElseThrow();
    for (var stage : List.of(Stage.PILOTING, Stage.ROLLING_OUT, Stage.ACCEPTANCE))
      all.add(new Wish.Advance(SHAO, stage, stage == Stage.PILOTING ? ward : Set.of(), "", ""));
    all.add(new Wish.Measure(PENG, number("23"), ""));
    all.add(new Wish.FeedBack(YE, "已全院启用，谢谢"));
    return all;
  }

  private static Wish vote(PersonId by, Score.Side side) {
    var mark = number("4");
    return new Wish.Vote(by, new Score(by, side, mark, mark, mark, mark, mark, mark, mark));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void who_is_chosen_for_the_survey_is_asked() {
    hospital.clock.set(Instant.parse("2026-06-01T01:00:00Z"));
    assertThat(hospital.desk.surveys().work()).isPositive();

    Hospital.await("nobody was asked", () -> told(hospital.nurse(), "http://desk.test/survey"));
  }

  @Test
  void engineer_and_ward_hear_of_a_visit() {
    var lead = hospital.desk.people().find(new PersonId("jiangbowen")).orElseThrow();
    hospital
        .desk
        .rounds()
        .add(
            lead,
            LocalDate.of(2026, 3, 18),
            Slot.MORNING,
            new PersonId("shaojiale"),
            new DepartmentId("main-guyi"),
            "");

    Hospital.await("the ward was not told", () -> told(hospital.nurse(), "邵嘉乐到科室驻点"));
    Hospital.await(
        "the engineer was not told", () -> told(hospital.member("shaojiale"), "安排您到骨一科"));
  }

  private static boolean told(SimulatedMember member, String words) {
    return texts(member).stream().anyMatch(text -> text.contains(words));
  }

  private static List<String> texts(SimulatedMember member) {
    return member.chat().stream()
        .filter(bubble -> !bubble.isCard() && bubble.from().equals("app"))
        .map(Bubble::text)
        .toList();
  }
}
