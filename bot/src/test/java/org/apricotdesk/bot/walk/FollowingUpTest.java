package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Status;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The reporter presses, adds, calls off, judges and complains, by each way in.
class FollowingUpTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  @ParameterizedTest
  @EnumSource
  void the_engineer_hears_that_the_reporter_presses_by_button_and_by_word(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.nurse().taps("催一下");
      walk.told(engineer).hears("报修人在催（第1次）");

      walk.nurse().says("催一下");
      walk.nurse().hears("#1001 已催");
      walk.told(engineer).hears("报修人在催（第2次）");
    }
  }

  @ParameterizedTest
  @EnumSource
  void more_about_a_report_goes_to_its_ticket_and_to_its_engineer(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.nurse().says("红灯一直闪");

      walk.told(engineer).hears("红灯一直闪");
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_nobody_took_yet_is_called_off_by_button(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.reported();
      walk.nurse().seesCard("撤销");
      walk.nurse().taps("撤销");

      Hospital.await("not called off", () -> walk.ticket().status() == Status.CANCELLED);
      Hospital.await("cards still offer it", () -> walk.hospital.asked("接单").isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void work_that_began_is_not_called_off_behind_its_engineers_back(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.nurse().says("撤销 1001");

      walk.nurse().hears("#1001 已有人在处理");
      walk.told(engineer).hears("不用处理了");
      assertThat(walk.ticket().status()).isEqualTo(Status.IN_PROGRESS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_fixed_is_opened_again_by_word_and_by_button(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.solved();
      walk.nurse().says("还没好");
      walk.nurse().hears("#1001 已重新打开");
      walk.told(engineer).hears("报修人说还没好");
      assertThat(walk.ticket().status()).isEqualTo(Status.IN_PROGRESS);

      walk.chat(engineer).says("解决 1001 换了打印头");
      walk.told("sunlili").hears("换了打印头");
      walk.told("sunlili").seesCard("还没好");
      walk.told("sunlili").taps("还没好");
      Hospital.await("not opened again", () -> walk.ticket().status() == Status.IN_PROGRESS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_solved_ticket_is_judged_by_one_word(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.solved();
      walk.nurse().says("满意");

      walk.nurse().hears("谢谢，已记录");
      walk.told(engineer).hears("报修人已确认解决");
      assertThat(walk.ticket().rating().orElseThrow().score()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_solved_ticket_is_judged_by_one_tap(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.solved();
      var card = walk.told("sunlili").seesCard("满意");
      assertThat(card.buttons()).containsExactly("满意", "一般", "不满意", "还没好");

      walk.told("sunlili").taps("一般");
      walk.told(engineer).hears("报修人已确认解决");
      assertThat(walk.ticket().rating().orElseThrow().score()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_low_mark_is_asked_for_its_reasons_and_called_back(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.solved();
      walk.nurse().says("不满意");
      walk.nurse().hears("哪里不好");
      walk.told("yejiaojiao").hears("请在1个工作日内回访");

      var phone = walk.told("sunlili");
      var ballot = phone.seesCard("提交");
      phone.taps(ballot, "提交", Map.of("reasons", List.of("slow", "unclear")));
      walk.told("yejiaojiao").hears("太慢");
      assertThat(walk.ticket().rating().orElseThrow().reasons())
          .containsExactlyInAnyOrder(RatingReason.of("slow"), RatingReason.of("unclear"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void progress_is_told_when_asked_for(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.reported();
      walk.nurse().says("进度 1001");
      walk.nurse().hears("待接单，09:30前有人接");
      walk.nurse().says("我的工单");
      walk.nurse().hears("在办和待确认");
    }
  }
}
