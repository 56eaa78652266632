package org.apricotdesk.desk.target;

import static org.apricotdesk.desk.target.Circumstances.plain;
import static org.apricotdesk.desk.target.Impact.DEPARTMENT;
import static org.apricotdesk.desk.target.Impact.HOSPITAL;
import static org.apricotdesk.desk.target.Impact.INDIVIDUAL;
import static org.apricotdesk.desk.target.Impact.MULTI_DEPT;
import static org.apricotdesk.desk.target.Priority.P1;
import static org.apricotdesk.desk.target.Priority.P2;
import static org.apricotdesk.desk.target.Priority.P3;
import static org.apricotdesk.desk.target.Priority.P4;
import static org.apricotdesk.desk.target.Urgency.HIGH;
import static org.apricotdesk.desk.target.Urgency.LOW;
import static org.apricotdesk.desk.target.Urgency.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriorityRulesTest {
  static Stream<Arguments> reports() {
    return Stream.of(
        arguments("全院都登不上 HIS", plain(HOSPITAL, HIGH), P1),
        arguments("东院收费四个窗口医保都超时", plain(HOSPITAL, HIGH), P1),
        arguments("全院医生站慢但能用", plain(HOSPITAL, MEDIUM), P1),
        arguments("OA 全院打不开", plain(HOSPITAL, LOW), P2),
        arguments("3号楼9-12层断网", plain(MULTI_DEPT, HIGH), P1),
        arguments("两个病区护理白板不更新", plain(MULTI_DEPT, LOW), P3),
        arguments("骨一整层没网", plain(DEPARTMENT, HIGH), P2),
        arguments("产房断网", plain(DEPARTMENT, HIGH).inCriticalPlace(), P1),
        arguments("CT 机 worklist 空白,病人排队", plain(DEPARTMENT, HIGH), P2),
        arguments("门诊药房所有窗口不来处方", plain(DEPARTMENT, HIGH), P2),
        arguments("我诊室医生站白屏,隔壁能用", plain(INDIVIDUAL, HIGH), P3),
        arguments("2 床费用重复", plain(INDIVIDUAL, MEDIUM), P3),
        arguments("腕带机红灯", plain(INDIVIDUAL, MEDIUM), P3),
        arguments("抢救室腕带机红灯,有抢救病人", critical(INDIVIDUAL, HIGH).endangeringCare(), P2),
        arguments("ICU 呼吸机数据不进,可手工", critical(INDIVIDUAL, MEDIUM), P3),
        arguments("ICU 数据记到别的患者", critical(INDIVIDUAL, HIGH).endangeringCare(), P2),
        arguments("开不出抗菌药,正在抢救", plain(INDIVIDUAL, HIGH).endangeringCare(), P2),
        arguments("抢救中医嘱全科提交失败", plain(DEPARTMENT, HIGH).endangeringCare(), P1),
        arguments("打印字淡", plain(INDIVIDUAL, LOW), P4),
        arguments("鼠标不灵,还能凑合用", plain(INDIVIDUAL, LOW), P4),
        arguments("申请加网口", plain(INDIVIDUAL, LOW), P4),
        arguments("院长会 5 分钟后开,投影没画面", plain(INDIVIDUAL, MEDIUM), P3),
        arguments("直报网址打不开,今天截止", plain(INDIVIDUAL, LOW).dueToday(), P3),
        arguments("勒索提示,文件后缀变了", plain(INDIVIDUAL, HIGH).with(Threat.RANSOM), P1),
        arguments("化验单误发药代群", plain(INDIVIDUAL, HIGH).with(Threat.LEAK), P1),
        arguments("身份证截图误发科室群", plain(INDIVIDUAL, HIGH).with(Threat.LEAK_INSIDE), P2),
        arguments("移动护理四台闪退", plain(DEPARTMENT, MEDIUM), P3),
        arguments("五个科室移动护理都闪退", plain(MULTI_DEPT, MEDIUM), P2),
        arguments("东院访问本部整体很慢", plain(HOSPITAL, MEDIUM), P1),
        arguments("用血申请提交不了", plain(INDIVIDUAL, HIGH).endangeringCare(), P2));
  }

  private static Circumstances critical(Impact impact, Urgency urgency) {
    return plain(impact, urgency).inCriticalPlace();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void a_report_gets_the_priority_the_hospital_agreed_on(
      String message, Circumstances facts, Priority expected) {
    assertThat(PriorityRules.judge(facts).priority()).as(message).isEqualTo(expected);
  }

  @Test
  void a_critical_place_does_not_lift_what_is_not_urgent() {
    var judged = PriorityRules.judge(critical(INDIVIDUAL, LOW));
    assertThat(judged.priority()).isEqualTo(P4);
    assertThat(judged.reasons()).isEmpty();
  }

  @Test
  void a_deadline_never_makes_a_report_the_most_pressing() {
    assertThat(PriorityRules.judge(plain(DEPARTMENT, HIGH).dueToday()).priority()).isEqualTo(P2);
    assertThat(PriorityRules.judge(plain(HOSPITAL, HIGH).dueToday()).priority()).isEqualTo(P1);
  }

  @Test
  void the_reasons_are_told() {
    assertThat(PriorityRules.judge(critical(DEPARTMENT, MEDIUM).endangeringCare()))
        .extracting(PriorityRules.Judgement::priority, PriorityRules.Judgement::impact)
        .containsExactly(P1, MULTI_DEPT);
    assertThat(PriorityRules.judge(critical(DEPARTMENT, MEDIUM).endangeringCare()).reasons())
        .containsExactlyInAnyOrder(
            PriorityRules.Reason.CRITICAL_PLACE, PriorityRules.Reason.SAFETY);
  }
}
