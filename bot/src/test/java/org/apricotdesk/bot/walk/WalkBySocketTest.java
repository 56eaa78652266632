package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.apricotdesk.bot.simulator.Robot;
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
}
