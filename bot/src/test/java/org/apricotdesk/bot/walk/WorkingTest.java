package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apricotdesk.bot.simulator.Talk;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Status;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Engineers take a ticket, work on it and talk with its reporter, by each way in.
class WorkingTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  @ParameterizedTest
  @EnumSource
  void whoever_is_on_duty_gets_a_card_and_the_reporter_hears_who_took_it(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.reported();
      var engineer = walk.hospital.asked();
      assertThat(engineer.seesCard("接单").buttons()).containsExactly("接单", "转派");

      engineer.taps("接单");
      walk.told("sunlili").hears("#1001 " + engineer.name() + "已接单");
      assertThat(engineer.seesCard("已解决").buttons()).containsExactly("已解决", "等用户", "等厂商", "转派");
      assertThat(walk.ticket().assignee()).contains(new PersonId(engineer.userid()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_second_to_take_it_by_words_is_told_who_has_it(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.reported();
      walk.chat("shaojiale").says("接单 1001");
      walk.chat("shaojiale").hears("#1001 已由你接手");

      walk.chat("gongweiming").says("接单 1001");
      walk.chat("gongweiming").hears("邵嘉乐");
      assertThat(walk.ticket().assignee()).contains(new PersonId("shaojiale"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void unclaimed_work_climbs_from_one_to_two_to_the_group_to_the_lead(Way way) {
    try (var walk = Walk.by(way, db)) {
      var group = walk.hospital.member("shaojiale").in(walk.hospital.engineers());
      group.says("@杏台 帮助");
      group.hears("接单 1024");
      walk.reported();
      awaitAsked(walk, 1);
      waits(walk, 10);
      awaitAsked(walk, 2);
      waits(walk, 10);
      Hospital.await("the group is not asked", () -> isOffered(group));
      var asked = walk.hospital.asked("接单").size();
      waits(walk, 10);
      awaitAsked(walk, asked + 1);

      var engineer = walk.hospital.asked();
      engineer.taps("接单");
      group.hears("#1001 " + engineer.name() + "已接单");
      Hospital.await("cards still offer it", () -> walk.hospital.asked("接单").isEmpty());
    }
  }

  private static void waits(Walk walk, int minutes) {
    walk.hospital.clock.advance(Duration.ofMinutes(minutes));
    walk.hospital.desk.tickets().actOnDue(10);
  }

  private static void awaitAsked(Walk walk, int people) {
    Hospital.await(people + " were not asked", () -> walk.hospital.asked("接单").size() == people);
  }

  /// The robot shows a card there, a webhook says how to take it.
  private static boolean isOffered(Talk group) {
    return group.chat().stream()
        .anyMatch(b -> b.buttons().contains("接单") || b.text().contains("回“接单 1001”"));
  }

  @ParameterizedTest
  @EnumSource
  void an_engineer_asks_the_reporter_and_goes_on_with_the_answer(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.chat(engineer).says("等用户 1001 灯是红的还是绿的？");
      walk.chat(engineer).hears("#1001 已暂停");
      walk.told("sunlili").hears("灯是红的还是绿的");
      assertThat(walk.ticket().status()).isEqualTo(Status.PENDING_USER);

      walk.nurse().says("红的");
      walk.told(engineer).hears("红的");
      assertThat(walk.ticket().status()).isEqualTo(Status.IN_PROGRESS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_reporter_hears_which_vendor_is_waited_for_and_until_when(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.chat(engineer).says("等厂商 1001 东软 单号A123 明天15:00");
      walk.chat(engineer).hears("#1001 已暂停，等厂商");
      walk.told("sunlili").hears("在等东软，约明天15:00");
      assertThat(walk.ticket().status()).isEqualTo(Status.PENDING_VENDOR);

      walk.chat(engineer).says("继续 1001");
      walk.chat(engineer).hears("#1001 已继续处理");
      assertThat(walk.ticket().status()).isEqualTo(Status.IN_PROGRESS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void waiting_by_button_asks_for_the_words_first(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      var desk = walk.told(engineer);
      desk.seesCard("等用户");
      desk.taps("等用户");
      desk.hears("想问报修人什么");
      walk.chat(engineer).says("灯是红的还是绿的？");
      walk.told("sunlili").hears("灯是红的还是绿的");
      assertThat(walk.ticket().status()).isEqualTo(Status.PENDING_USER);

      desk.taps("等厂商");
      desk.hears("等哪家厂商");
      walk.chat(engineer).says("东软 明天15:00");
      walk.told("sunlili").hears("在等东软");
      assertThat(walk.ticket().status()).isEqualTo(Status.PENDING_VENDOR);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nurse_and_engineer_leave_words_for_each_other(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.chat(engineer).says("1001 十分钟后到");
      walk.told("sunlili").hears("十分钟后到");

      walk.nurse().says("1001 门口找陈护士长");
      walk.told(engineer).hears("门口找陈护士长");
    }
  }

  @ParameterizedTest
  @EnumSource
  void work_goes_to_a_colleague_by_name(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.reported();
      walk.chat("shaojiale").says("接单 1001");
      walk.chat("shaojiale").hears("#1001 已由你接手");
      walk.chat("shaojiale").says("转派 1001 龚工 我在忙");
      walk.chat("shaojiale").hears("#1001 已转派");

      walk.told("gongweiming").hears("转给你：我在忙");
      walk.told("gongweiming").seesCard("接单");
      assertThat(walk.ticket().assignee()).contains(new PersonId("gongweiming"));
    }
  }
}
