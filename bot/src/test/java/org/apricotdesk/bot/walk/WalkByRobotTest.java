package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same walk from the ward's group, the robot heard by callback.
class WalkByRobotTest {
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
  void the_group_gets_one_line_and_the_nurse_the_details_in_her_own_chat() {
    var nurse = hospital.nurse();
    var group = nurse.in(hospital.ward());
    group.says("@杏台 三楼护士站腕带打不出来 急");
    assertThat(group.lastHeard().text()).startsWith("已登记 #").doesNotContain("\n");
    nurse.seesCard("撤销");

    var engineer = hospital.asked();
    engineer.taps("接单");
    nurse.hears(engineer.name() + "已接单");
    engineer.says("解决 " + number(group.lastHeard().text()) + " 已换碳带");
    nurse.seesCard("还没好");
    nurse.taps("还没好");
    engineer.hears("还没好");
    assertThat(nurse.hears("已重新打开")).isNotNull();
  }

  @Test
  void in_her_own_chat_with_the_robot_the_card_comes_with_the_answer() {
    var robot = hospital.nurse().robot();
    robot.says("三楼护士站腕带打不出来 急");
    robot.hears("已登记 #");
    robot.taps("催一下");
    hospital.nurse().hears("已催");
    robot.taps("撤销");
    assertThat(robot.lastHeard().text()).contains("已撤销");
  }

  @Test
  void in_the_group_help_is_six_lines_at_most() {
    var group = hospital.nurse().in(hospital.ward());
    group.says("@杏台 帮助");
    assertThat(group.lastHeard().text().lines())
        .hasSizeBetween(4, 6)
        .anyMatch(line -> line.startsWith("进度"));
  }

  @Test
  void in_the_group_every_other_answer_is_one_line() {
    var nurse = hospital.nurse();
    var group = nurse.in(hospital.ward());
    group.says("@杏台 患者王小明住院号00452315的腕带打不出来 急");
    assertThat(group.lastHeard().text()).startsWith("已登记 #1001").doesNotContain("\n");
    nurse.hears("请在2分钟内撤回");
    group.says("@杏台 催一下");
    assertThat(group.lastHeard().text()).contains("已催").doesNotContain("\n");
    nurse.hears("待接单");
  }

  private static String number(String text) {
    return text.replaceFirst("(?s).*#(\\d+).*", "$1");
  }
}
