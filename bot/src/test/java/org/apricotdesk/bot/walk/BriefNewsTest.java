package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.brief.Audience;
import org.apricotdesk.desk.brief.Days;
import org.apricotdesk.desk.brief.Kind;
import org.apricotdesk.desk.brief.Outcome;
import org.apricotdesk.desk.staff.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who hears of a brief, and when.
class BriefNewsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");
  private static final PersonId DISPATCHER = new PersonId("yejiaojiao");
  private static final PersonId DIRECTOR = new PersonId("shenguangyuan");
  private static final Days FEBRUARY = Days.month(LocalDate.of(2026, 2, 1));

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.SOCKET);
  }

  @AfterEach
  void close() {
    hospital.close();
  }

  @Test
  void the_director_is_asked_to_check_it_and_then_its_readers_and_no_others_get_the_card() {
    var briefs = hospital.desk.briefs();
    var draft = briefs.draft(Kind.MONTHLY, FEBRUARY, DISPATCHER);
    assertThat(briefs.submit(draft.id(), 1, DISPATCHER)).isInstanceOf(Outcome.Done.class);
    Hospital.await("the director is not asked", () -> saw("shenguangyuan", "等您审核"));

    var ward = hospital.desk.people().find(new PersonId("sunlili")).orElseThrow().department();
    var audience = new Audience(List.of(ward.orElseThrow()), List.of());
    assertThat(briefs.publish(draft.id(), 1, audience, DIRECTOR)).isInstanceOf(Outcome.Done.class);

    Hospital.await("the nurse got no card", () -> saw("sunlili", "新一期简报"));
    assertThat(saw("shaojiale", "新一期简报")).isFalse();
  }

  private boolean saw(String person, String words) {
    return hospital.member(person).chat().stream()
        .anyMatch(shown -> shown.isCard() && shown.content().toString().contains(words));
  }
}
