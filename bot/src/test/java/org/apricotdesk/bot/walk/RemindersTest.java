package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.bot.simulator.SimulatedMember;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.Status;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever is waited for is reminded, in working time and not too often.
class RemindersTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private Hospital hospital;
  private SimulatedMember nurse;
  private SimulatedMember engineer;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
    nurse = hospital.nurse();
    engineer = hospital.member("shaojiale");
    nurse.says("三楼护士站腕带打不出来 急");
    engineer.says("接单 1001");
    nurse.hears("已接单");
  }

  @AfterEach
  void close() {
    assertThat(hospital.sim.violations()).isEmpty();
    hospital.close();
  }

  @Test
  void a_question_is_repeated_after_one_and_two_working_days_and_then_counts_as_solved() {
    engineer.says("等用户 1001 灯是红的还是绿的？");
    nurse.hears("邵嘉乐问：灯是红的");
    pass(DAY);
    nurse.hears("还在等你回复：灯是红的还是绿的？（直接回复就行）");
    assertThat(times("还在等你回复")).isEqualTo(1);
    pass(DAY);
    nurse.hears("月19日09:00前没有回复就按已解决处理");
    assertThat(status()).isEqualTo(Status.PENDING_USER);
    pass(DAY);
    hospital.desk.tickets().actOnDue(100);
    assertThat(status()).isEqualTo(Status.RESOLVED);
    nurse.seesCard("满意");
    assertThat(times("还在等你回复")).isEqualTo(2);
  }

  @Test
  void a_reply_to_the_reminder_reaches_the_engineer_though_a_day_has_passed() {
    engineer.says("等用户 1001 灯是红的还是绿的？");
    pass(DAY);
    nurse.hears("直接回复就行");

    nurse.says("红的那盏");

    engineer.hears("红的那盏");
    assertThat(status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void whoever_answered_is_not_reminded() {
    engineer.says("等用户 1001 灯是红的还是绿的？");
    nurse.hears("邵嘉乐问");
    nurse.says("红的");
    engineer.hears("红的");
    Hospital.await("reminders still wait", () -> waiting("waiting") == 0);
    pass(DAY);
    pass(DAY);
    assertThat(times("还在等你回复")).isZero();
  }

  @Test
  void a_rating_is_asked_for_once_in_working_time_even_if_the_ticket_was_reopened() {
    hospital.clock.advance(Duration.ofHours(9)); // 18:00: the next day at 18:00 nobody works
    solved();
    pass(DAY);
    assertThat(times("问题解决了吗")).isZero();
    pass(Duration.ofHours(14)); // 08:00 on Wednesday
    nurse.hears("问题解决了吗");
    nurse.says("还没好 1001");
    engineer.hears("还没好");
    solved();
    pass(DAY);
    pass(DAY);
    assertThat(times("问题解决了吗")).isEqualTo(1);
  }

  @Test
  void a_rating_is_taken_for_72_hours_as_the_card_says_and_politely_refused_afterwards() {
    solved();
    assertThat(nurse.seesCard("满意").text()).contains("3月19日09:00前可评价");
    hospital.clock.advance(Duration.ofHours(73));
    nurse.says("满意");
    nurse.hears("#1001 解决超过72小时，不再收评价");
    nurse.says("还没好");
    nurse.hears("已重新打开");
  }

  @Test
  void who_takes_a_message_back_takes_the_report_back() {
    nurse.says("另外医生办公室打印机卡纸了 急");
    nurse.hears("已登记 #1002");
    nurse.says("撤回");
    nurse.hears("#1002 已撤销");
  }

  @Test
  void the_lead_hears_when_too_few_spares_are_left_in_store() {
    var spares = hospital.desk.spares();
    var assets = List.of("BJ-0201", "BJ-0202", "BJ-0203");
    db.database()
        .inTransaction(
            tx -> {
              spares.put(tx, "label-printer", "标签打印机", 2, assets);
              return true;
            });
    lend("BJ-0201");
    nurse.hears("备用机 BJ-0201 先借给你们用");
    lend("BJ-0202");

    hospital.member("jiangbowen").hears("备用机“标签打印机”在库只剩1台，低于最低库存2台");
    assertThat(hospital.member("jiangbowen").chat())
        .filteredOn(said -> said.text().contains("在库只剩"))
        .hasSize(1);
  }

  private void lend(String asset) {
    var due = hospital.clock.instant().plus(DAY);
    var lend = new Command.Lend(new PersonId("shaojiale"), asset, due, "带电源线", Optional.empty());
    assertThat(hospital.desk.tickets().handle(new TicketNumber(1001), lend))
        .isInstanceOf(Decision.Accepted.class);
  }

  private void solved() {
    engineer.says("解决 1001 已换碳带");
    nurse.seesCard("满意");
    Hospital.await("no reminder waits", () -> waiting("reminder") + reminded() > 0);
  }

  /// Lets time pass, and what is due be sent.
  private void pass(Duration time) {
    hospital.clock.advance(time.plus(A_MINUTE));
    Hospital.await("something due was not sent", () -> overdue() == 0);
  }

  private long overdue() {
    return count(
        "state = 'sending' OR state = 'due' AND due_at <= '" + hospital.clock.instant() + "'");
  }

  private long waiting(String purpose) {
    return count("state = 'due' AND purpose LIKE '" + purpose + "%'");
  }

  private long reminded() {
    return count("state = 'sent' AND purpose = 'reminder'");
  }

  private static long count(String condition) {
    var sql = "SELECT count(*) AS n FROM bot.delivery WHERE " + condition;
    return db.database().pool().query(sql).execute().await().iterator().next().getLong("n");
  }

  private long times(String words) {
    return nurse.chat().stream().filter(one -> one.text().contains(words)).count();
  }

  private Status status() {
    return hospital
        .desk
        .tickets()
        .ofRequester(db.database().pool(), new PersonId("sunlili"), 1)
        .getFirst()
        .status();
  }
}
