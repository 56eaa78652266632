package org.apricotdesk.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.target.Priority;
import org.junit.jupiter.api.Test;

class UnderstandingTest {
  private final Understanding understanding =
      new Understanding(SampleDesk.categories(), SampleDesk.register());

  private Item item(String text) {
    return understanding.understand(Sentence.of(text)).main();
  }

  @Test
  void a_report_has_kind_category_place_and_priority() {
    var item = item("@杏台 骨一护士站腕带打不出来 急！！");
    assertThat(item.kind()).isEqualTo(Kind.FAULT);
    assertThat(item.category().orElseThrow().value()).isEqualTo("printer.label.wristband");
    assertThat(item.department().orElseThrow().text()).isEqualTo("骨一");
    assertThat(item.priority()).contains(Priority.P3);
    assertThat(item.urgentWords()).isTrue();
    assertThat(item.evidence()).isNotEmpty();
  }

  @Test
  void the_whole_hospital_is_more_pressing_than_one_desk() {
    assertThat(item("全院都登不上 HIS").priority()).contains(Priority.P1);
    assertThat(item("骨一整层没网").priority()).contains(Priority.P2);
    assertThat(item("产房断网").priority()).contains(Priority.P1);
    assertThat(item("我诊室医生站白屏,隔壁能用").priority()).contains(Priority.P3);
    assertThat(item("打印字淡").priority()).contains(Priority.P4);
    assertThat(item("HIS整个门诊都进不去了，排队的病人很多").priority()).contains(Priority.P1);
    assertThat(item("东院医保全部结算失败 收费停了").priority()).contains(Priority.P1);
    assertThat(item("东院收费处打印机打出来全是白纸").priority()).contains(Priority.P3);
    assertThat(item("五个科室移动护理都闪退").priority()).contains(Priority.P2);
  }

  @Test
  void shouting_changes_nothing() {
    assertThat(item("打印机字很淡").priority()).isEqualTo(item("急急急！！！打印机字很淡！！！").priority());
  }

  @Test
  void letters_inside_another_word_are_no_department() {
    assertThat(item("护士站惠普一直报13.20").department()).isEmpty();
    assertThat(item("开药提示没库存 药房说有货").department()).isEmpty();
    assertThat(item("骨1打印机卡纸").department().orElseThrow().text()).isEqualTo("骨1");
  }

  @Test
  void the_senders_own_department_decides_between_two_campuses() {
    var east = Optional.of(new DepartmentId("east-jizhen"));
    var item = understanding.understand(new Sentence("急诊腕带机红灯", east)).main();
    assertThat(item.department().orElseThrow().certain()).isEqualTo(east);
    assertThat(item("急诊腕带机红灯").missing()).contains(Missing.CAMPUS);
  }

  @Test
  void two_reports_in_one_sentence_are_two_items() {
    var understood = understanding.understand(Sentence.of("打印机卡纸了 还有我的ukey也不亮"));
    assertThat(understood.items())
        .extracting(item -> item.category().orElseThrow().value())
        .containsExactly("printer.laser.jam", "emr.sign.ca");
  }

  @Test
  void the_last_correction_counts() {
    assertThat(item("不是腕带机，是条码机不出纸").category().orElseThrow().value())
        .isEqualTo("printer.label.tube");
    assertThat(item("不是腕带机，是条码机不出纸").says(Signal.CORRECTION)).isTrue();
  }

  @Test
  void what_works_again_needs_no_ticket() {
    assertThat(item("昨天打印机连不上，今天好了").says(Signal.RECOVERED)).isTrue();
    assertThat(item("打印机修好了吗").says(Signal.RECOVERED)).isFalse();
    assertThat(item("还没好").says(Signal.NOT_FIXED)).isTrue();
  }

  @Test
  void another_system_begins_another_report_and_a_detail_does_not() {
    var before = understanding.understand(Sentence.of("三楼护士站腕带打印机打不出来 急"));
    for (var detail : List.of("红灯一直闪", "换了纸也不行", "就是护士站那台", "[图片]", "3号楼5楼", "又不行了")) {
      assertThat(understanding.continues(before, Sentence.of(detail))).as(detail).isTrue();
    }
    for (var other : List.of("电子病历打不开,一直转圈", "护士站电脑开不了机", "医保结算超时", "已经好了", "谢谢")) {
      assertThat(understanding.continues(before, Sentence.of(other))).as(other).isFalse();
    }
  }
}
