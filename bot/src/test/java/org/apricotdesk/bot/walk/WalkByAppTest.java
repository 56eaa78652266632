package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// From a report to its rating, through the application's encrypted callbacks.
class WalkByAppTest {
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
  void a_nurse_reports_an_engineer_takes_and_solves_it_and_the_nurse_rates_it() {
    var nurse = hospital.nurse();
    nurse.says("三楼护士站腕带打不出来 急");
    nurse.hears("已登记 #");
    nurse.seesCard("催一下");

    var engineer = hospital.asked();
    engineer.taps("接单");
    nurse.hears(engineer.name() + "已接单");
    var work = engineer.seesCard("已解决");
    assertThat(work.buttons()).containsExactly("已解决", "等用户", "等厂商", "转派");

    engineer.taps("已解决");
    engineer.hears("怎么解决的");
    engineer.says("已换碳带，测试正常");
    engineer.hears("已解决，等报修人确认");

    var done = nurse.seesCard("不满意");
    assertThat(done.buttons()).containsExactly("满意", "一般", "不满意", "还没好");
    nurse.taps("满意");
    engineer.hears("报修人已确认解决");
    nurse.hears("谢谢，已记录");
  }
}
