package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.ticket.TicketNumber;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A nurse says what is wrong, by each way in.
class ReportingTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "bot");

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

  @ParameterizedTest
  @EnumSource
  void a_report_is_answered_with_what_was_understood_and_a_card_to_follow_it(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.nurse().says(Walk.REPORT);

      assertThat(walk.nurse().hears("已登记 #1001").text())
          .contains("骨一科 三楼护士站", "腕带打印机", "09:30前有人接");
      assertThat(walk.nurse().seesCard("催一下").buttons()).containsExactly("催一下", "撤销", "找人工");
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_missing_is_asked_for_in_one_question_and_the_answer_completes_the_report(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.nurse().says("打印机坏了");
      assertThat(walk.nurse().hears("？").text()).containsOnlyOnce("？");
      assertThat(walk.tickets()).isEmpty();

      walk.nurse().says("纸卡在里面拿不出来");
      walk.nurse().hears("已登记 #1001");
      assertThat(walk.ticket().report().description()).contains("打印机坏了", "纸卡在里面");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_and_then_words_are_one_report(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.nurse().sendsPicture(PNG);
      walk.nurse().hears("图片收到");

      walk.reported();
      assertThat(walk.tickets()).hasSize(1);
      assertThat(walk.ticket().report().attachments()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_after_the_report_belongs_to_it(Way way) {
    try (var walk = Walk.by(way, db)) {
      var engineer = walk.taken();
      walk.nurse().sendsPicture(PNG);
      walk.nurse().hears("#1001");

      assertThat(walk.told(engineer).hears("图片1张").text()).contains("#1001");
      assertThat(walk.tickets()).hasSize(1);
    }
  }

  /// The robot is given what was spoken as words; an application is given the sound only.
  @ParameterizedTest
  @EnumSource
  void what_is_spoken_is_understood_or_asked_for_in_words(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.nurse().speaks(Walk.REPORT);
      if (way == Way.APP) {
        walk.nurse().hears("请用一句话说明");
        assertThat(walk.tickets()).isEmpty();
        walk.nurse().says(Walk.REPORT);
      }
      walk.nurse().hears("已登记 #1001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void two_faults_in_one_sentence_are_two_tickets_and_one_answer(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.nurse().says("护士站打印机卡纸了，另外医生办公室电脑蓝屏开不了机");

      assertThat(walk.nurse().hears("2件事").text()).contains("#1001", "#1002");
      assertThat(walk.tickets())
          .extracting(ticket -> ticket.number())
          .containsExactlyInAnyOrderElementsOf(
              List.of(new TicketNumber(1001), new TicketNumber(1002)));
      assertThat(walk.tickets())
          .extracting(ticket -> ticket.report().description())
          .containsExactlyInAnyOrder("护士站打印机卡纸了", "医生办公室电脑蓝屏开不了机");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_person_can_be_asked_for(Way way) {
    try (var walk = Walk.by(way, db)) {
      walk.nurse().says("人工");
      walk.nurse().hears("#1001");
      assertThat(walk.tickets()).hasSize(1);
    }
  }
}
