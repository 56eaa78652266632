package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.round.Slot;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.suggestion.Layer;
import org.apricotdesk.desk.suggestion.NewSuggestion;
import org.apricotdesk.desk.suggestion.Origin;
import org.apricotdesk.desk.suggestion.RejectionReason;
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
