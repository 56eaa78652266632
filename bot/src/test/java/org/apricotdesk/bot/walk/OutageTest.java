package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.bot.simulator.Bubble;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.incident.Answer;
import org.apricotdesk.desk.incident.Area;
import org.apricotdesk.desk.incident.Extent;
import org.apricotdesk.desk.incident.IncidentNumber;
import org.apricotdesk.desk.incident.Level;
import org.apricotdesk.desk.incident.Wish;
import org.apricotdesk.desk.maintenance.Answer.Done;
import org.apricotdesk.desk.maintenance.Plan;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// "Is it only me?" is answered before anything is asked.
class OutageTest { // the outage itself has ticket 1001
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");
  private static final PersonId YE = new PersonId("yejiaojiao");

  private Hospital hospital;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
    var area = new Area(Extent.CAMPUS, Set.of(new CampusId("main")), Set.of());
    hospital
        .desk
        .incidents()
        .declare(
            new Wish.Declare(
                YE,
                Level.B,
                "医保结算中断",
                Set.of("insurance"),
                area,
                "所有窗口超时",
                "正在重启前置机",
                "先自费",
                Optional.empty(),
                Optional.empty()));
    hospital.desk.incidents().known().refresh();
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
    hospital.desk.incidents().known().refresh();
  }

  @Test
  void a_report_of_what_is_known_to_be_down_is_answered_and_noted_without_a_ticket_or_a_question() {
    var cashier = hospital.member("zhaominmin");
    cashier.says("医保结算一直转圈，排长队了 急");
    var heard = cashier.hears("是已知故障 M").text();
    assertThat(heard)
        .startsWith("门诊收费处 · ")
        .contains("医保结算中断，09:00起", "正在：正在重启前置机", "请先：先自费", "下次通报：");
    assertThat(heard).doesNotContain("？");
    assertThat(tickets("zhaominmin")).isEmpty();
    assertThat(isAffected("zhaominmin")).isTrue();
  }

  @Test
  void whose_trouble_is_different_gets_a_ticket_of_their_own() {
    var cashier = hospital.member("zhaominmin");
    cashier.says("医保结算一直转圈，排长队了");
    cashier.hears("是已知故障 M");
    cashier.says("我的不一样");
    cashier.hears("已登记 #1002：门诊收费处");
    assertThat(tickets("zhaominmin").getFirst().report().description()).contains("一直转圈");
    assertThat(tickets("zhaominmin").getFirst().report().category()).contains(CategoryCode.UNCLEAR);
    assertThat(isAffected("zhaominmin")).isFalse();
  }

  @Test
  void whose_trouble_is_different_hears_no_more_of_the_outage() {
    var cashier = hospital.member("zhaominmin");
    var other = hospital.member("caoyun");
    other.says("门诊收费处医保结算一直转圈");
    other.hears("是已知故障 M");
    cashier.says("医保结算一直转圈，排长队了");
    cashier.taps(cashier.seesCard("我的不一样"), "我的不一样");
    cashier.hears("已登记 #1002：门诊收费处");

    restore(hospital.desk.incidents().known().running().getFirst().number());

    other.seesCard("好了");
    assertThat(offers(cashier.chat(), "好了")).isFalse();
  }

  @Test
  void one_tap_says_that_the_trouble_is_the_same_and_the_card_cannot_be_tapped_again() {
    var cashier = hospital.member("zhaominmin");
    cashier.says("医保结算一直转圈，排长队了");
    var card = cashier.seesCard("我也是");
    assertThat(card.text()).contains("已知故障 M", "医保结算中断", "先自费", "正在重启前置机");
    assertThat(card.buttons()).containsExactly("我也是", "我的不一样");

    cashier.taps(card, "我也是");

    cashier.hears("已替你记上");
    Hospital.await("the card still asks", () -> !offers(cashier.chat(), "我也是"));
    assertThat(tickets("zhaominmin")).isEmpty();
  }

  @Test
  void one_tap_says_that_the_trouble_is_different_even_much_later() {
    var cashier = hospital.member("zhaominmin");
    cashier.says("医保结算一直转圈，排长队了");
    var card = cashier.seesCard("我的不一样");
    cashier.says("谢谢");
    hospital.clock.advance(Duration.ofMinutes(50));

    cashier.taps(card, "我的不一样");

    cashier.hears("已登记 #1002：门诊收费处");
    assertThat(tickets("zhaominmin").getFirst().report().description()).contains("一直转圈");
  }

  @Test
  void with_the_robot_the_same_card_comes_in_the_answer() {
    var cashier = hospital.member("zhaominmin").robot();
    cashier.says("医保结算一直转圈，排长队了");
    assertThat(cashier.seesCard("我也是").text()).contains("医保结算中断");

    cashier.taps("我也是");

    Hospital.await("the card still asks", () -> !offers(cashier.chat(), "我也是"));
  }

  @Test
  void each_who_reported_is_asked_and_answers_for_the_department_by_one_tap() {
    var cashier = hospital.member("zhaominmin");
    cashier.says("医保结算一直转圈，排长队了");
    cashier.hears("是已知故障 M");
    var number = hospital.desk.incidents().known().running().getFirst().number();
    restore(number);

    var card = cashier.seesCard("好了");
    assertThat(card.text()).contains("好了吗？医保结算中断", "门诊收费处", "前置机已重启");
    assertThat(card.buttons()).containsExactly("好了", "还没好");
    cashier.taps(card, "好了");

    cashier.hears("谢谢，已记下门诊收费处好了");
    assertThat(hospital.desk.incidents().rollCall(number).good()).isEqualTo(1);
  }

  @Test
  void typed_words_answer_the_roll_call_too_and_mean_the_usual_thing_afterwards() {
    var cashier = hospital.member("zhaominmin");
    cashier.says("医保结算一直转圈，排长队了");
    cashier.hears("是已知故障 M");
    var number = hospital.desk.incidents().known().running().getFirst().number();
    restore(number);
    cashier.seesCard("还没好");

    cashier.says("还没好");

    cashier.hears("已记下门诊收费处还没好");
    assertThat(hospital.desk.incidents().rollCall(number).bad()).isEqualTo(1);
    cashier.says("还没好");
    cashier.hears("最近7天没有已解决的工单");
  }

  @Test
  void what_belongs_to_planned_downtime_is_answered_with_it_and_its_end_is_told() {
    var from = hospital.clock.instant().plus(Duration.ofHours(1));
    var area = new Area(Extent.CAMPUS, Set.of(new CampusId("main")), Set.of());
    var plan =
        new Plan(
            "腕带打印服务升级",
            Set.of("printer.label"),
            area,
            from,
            from.plus(Duration.ofHours(1)),
            "先手写腕带");
    var asked = (Done) hospital.desk.maintenance().request(person("yejiaojiao"), plan);
    hospital.desk.maintenance().approve(person("shenguangyuan"), asked.work().number());
    hospital.member("hejiayi").hears("【计划停机】腕带打印服务升级");
    hospital.clock.advance(Duration.ofMinutes(90));

    hospital.nurse().says("三楼护士站腕带打不出来");

    assertThat(hospital.nurse().hears("正在计划停机：腕带打印服务升级").text()).contains("11:00恢复", "先手写腕带");
    assertThat(tickets("sunlili")).isEmpty();
    hospital.desk.maintenance().end(person("yejiaojiao"), asked.work().number());
    hospital.member("hejiayi").hears("已结束，恢复使用");
    hospital.nurse().says("三楼护士站腕带还是打不出来 急");
    hospital.nurse().hears("已登记 #1002");
  }

  private boolean isAffected(String who) {
    var number = hospital.desk.incidents().known().running().getFirst().number();
    return hospital.desk.incidents().reports(number).stream()
        .anyMatch(report -> report.reporter().equals(new PersonId(who)));
  }

  private Person person(String id) {
    return hospital.desk.people().find(new PersonId(id)).orElseThrow();
  }

  private void restore(IncidentNumber number) {
    var wish = new Wish.Restore(YE, "前置机已重启", "");
    assertThat(hospital.desk.incidents().handle(number, wish)).isInstanceOf(Answer.Done.class);
  }

  private static boolean offers(List<Bubble> chat, String button) {
    return chat.stream().anyMatch(bubble -> bubble.isCard() && bubble.buttons().contains(button));
  }

  @Test
  void another_trouble_and_another_campus_are_served_as_ever() {
    hospital.nurse().says("三楼护士站腕带打不出来 急");
    hospital.nurse().hears("已登记 #1002");
    hospital.member("caoyun").says("东院收费处医保结算一直转圈 急");
    hospital.member("caoyun").hears("已登记 #1003");
  }

  private List<Ticket> tickets(String who) {
    return hospital.desk.tickets().ofRequester(db.database().pool(), new PersonId(who), 20);
  }
}
