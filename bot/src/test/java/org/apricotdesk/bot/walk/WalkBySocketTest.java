package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.simulator.Talk;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same walk with outgoing connections only: the robot by its long connection.
class WalkBySocketTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.SOCKET);
    hospital.awaitSocket();
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
  }

  @Test
  void the_group_hears_each_step_in_one_line() {
    var nurse = hospital.nurse();
    var group = nurse.in(hospital.ward());
    group.says("@杏台 三楼护士站腕带打不出来 急");
    group.hears("已登记 #");

    var engineer = hospital.asked();
    engineer.taps("接单");
    group.hears(engineer.name() + "已接单");
    nurse.hears(engineer.name() + "已接单");
    engineer.seesCard("已解决");
    engineer.taps("已解决");
    engineer.hears("怎么解决的");
    engineer.says("已换碳带，测试正常");
    group.hears("已解决");
    nurse.seesCard("满意");
    nurse.in(hospital.ward()).says("@杏台 满意");
    group.hears("谢谢，已记录");
  }

  @Test
  void the_engineers_group_hears_who_took_elsewhere_what_it_was_offered() {
    var group = offeredToTheGroup();
    var engineer = hospital.asked();
    engineer.says("接单 1001");
    group.hears("#1001 " + engineer.name() + "已接单");
  }

  @Test
  void the_engineers_group_is_not_told_what_its_card_shows() {
    var group = offeredToTheGroup();
    group.taps("接单");
    hospital.member("shaojiale").seesCard("已解决");
    hospital.member("shaojiale").taps("已解决");
    hospital.member("shaojiale").hears("怎么解决的");
    assertThat(group.chat()).noneMatch(b -> !b.isCard() && b.text().contains("邵嘉乐已接单"));
  }

  /// Nobody takes it until the ladder asks the engineers' group.
  private Talk offeredToTheGroup() {
    var group = hospital.member("shaojiale").in(hospital.engineers());
    group.says("@杏台 帮助");
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    hospital.nurse().seesCard("催一下");
    Hospital.await(
        "the group is not asked",
        () -> {
          hospital.clock.advance(Duration.ofSeconds(20));
          hospital.desk.tickets().actOnDue(10);
          return group.chat().stream().anyMatch(bubble -> bubble.buttons().contains("接单"));
        });
    return group;
  }
}
