package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.incident.Incident;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many report the same: whoever may declares it, or says that it is none, by one tap.
class OneTroubleTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");
  private static final List<String> WARDS =
      List.of("sunlili", "hejiayi", "liuwenjing", "wangxue", "tangrui");

  private Hospital hospital;

  @BeforeEach
  void everybodyReports() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
    for (var nurse : WARDS) {
      hospital.member(nurse).says("住院医生站打不开，医嘱都开不了");
      Hospital.await("no ticket of " + nurse, () -> reported(nurse));
      hospital.clock.advance(Duration.ofSeconds(20));
    }
    Hospital.await("nothing was suspected", () -> hospital.desk.incidents().work(10) == 0 && any());
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
    hospital.desk.incidents().known().refresh();
  }

  @Test
  void one_tap_declares_it_and_all_who_reported_hear_of_it() {
    var dispatcher = hospital.member("yejiaojiao");
    var card = dispatcher.seesCard("宣布");
    assertThat(card.text()).contains("疑似共性故障", "人报告");
    assertThat(card.buttons()).containsExactly("宣布", "不是");

    dispatcher.taps(card, "宣布");

    dispatcher.hears("已宣布 M");
    assertThat(incident().stage()).isEqualTo(Stage.DECLARED);
    assertThat(incident().level()).contains(Level.B);
    for (var nurse : WARDS) hospital.member(nurse).hears("【系统通报】");
    var other = hospital.member("caozhenyu");
    other.taps(other.seesCard("宣布"), "宣布");
    other.hears("已经有人处理了");
  }

  @Test
  void one_tap_says_that_it_is_none_and_nobody_else_is_bothered() {
    var dispatcher = hospital.member("yejiaojiao");
    dispatcher.taps(dispatcher.seesCard("不是"), "不是");

    dispatcher.hears("不是共性故障");
    assertThat(incident().stage()).isEqualTo(Stage.DISMISSED);
    assertThat(hospital.nurse().chat()).noneMatch(one -> one.text().contains("【系统通报】"));
  }

  private boolean reported(String nurse) {
    return hospital.member(nurse).chat().stream().anyMatch(one -> one.text().contains("已登记"));
  }

  private boolean any() {
    return !hospital.desk.incidents().list(Optional.empty(), true, 1).isEmpty();
  }

  private Incident incident() {
    return hospital.desk.incidents().list(Optional.empty(), true, 1).getFirst();
  }
}
