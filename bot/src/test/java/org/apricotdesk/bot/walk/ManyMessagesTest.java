package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many messages at once: what is meant for the bot is answered all the same.
class ManyMessagesTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

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
  void a_phrase_is_answered_however_fast_somebody_types() {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    var engineer = hospital.member("shaojiale");
    for (var i = 0; i < 12; i++) {
      engineer.says("进度 1001");
    }
    engineer.says("接单 1001");
    assertThat(engineer.lastHeard().text()).contains("#1001 已由你接手");
    var ticket = hospital.desk.tickets().find(new TicketNumber(1001)).orElseThrow();
    assertThat(ticket.assignee()).contains(new PersonId("shaojiale"));
  }

  @Test
  void who_asks_for_a_person_is_answered_each_time() {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    for (var words : new String[] {"人工", "进度", "帮我转人工客服，我要跟人说"}) {
      for (var i = 0; i < 6; i++) {
        var before = heard();
        hospital.nurse().says(words);
        assertThat(heard()).as(words + " " + i).isEqualTo(before + 1);
      }
    }
  }

  @Test
  void the_same_plain_sentence_again_and_again_gets_no_answer() {
    for (var i = 0; i < 3; i++) {
      hospital.nurse().says("我现在不在座位上，稍后回复您");
    }
    var before = heard();
    hospital.nurse().says("我现在不在座位上，稍后回复您");
    assertThat(heard()).isEqualTo(before);
  }

  @Test
  void taps_are_not_counted_as_messages() {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    hospital.nurse().seesCard("催一下");
    for (var i = 0; i < 11; i++) {
      hospital.nurse().taps("催一下");
    }
    hospital.nurse().says("红灯一直闪");
    hospital.nurse().hears("已补充到 #1001");
  }

  private long heard() {
    return hospital.nurse().chat().stream()
        .filter(bubble -> !bubble.isCard() && !bubble.from().equals("sunlili"))
        .count();
  }
}
