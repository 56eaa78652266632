package org.apricotdesk.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apricotdesk.desk.privacy.Masker;
import org.junit.jupiter.api.Test;

/// Recall and false alarms of the masker on the labelled messages and on made-up ones.
class PatientDataTest {
  private static final List<String> NAMES =
      List.of("王秀兰", "张伟", "欧阳春梅", "刘桂英", "赵子涵", "孙立军", "周晓燕", "林建华", "何雨欣", "郭德福");
  private static final List<String> MATTERS =
      List.of("的腕带打不出来", " 医嘱看不到", "的报告没出来", " 结不了账", "的费用收了两遍", " 转不出去");

  private final Masker masker = new Masker(SampleDesk.staffNames()::contains);
  private final Random random = new Random(20260316);

  @Test
  void labelled_patient_data_is_found() {
    var missed = new ArrayList<String>();
    for (var message : Corpus.messages()) {
      var found = found(message.text());
      message.phi().stream()
          .map(JsonObject.class::cast)
          .map(label -> label.getString("type") + " " + label.getString("text"))
          .filter(label -> !found.contains(label))
          .forEach(label -> missed.add(message.id() + " " + label));
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void messages_without_patient_data_stay_readable() {
    var hidden =
        Corpus.messages().stream()
            .filter(message -> message.phi().isEmpty())
            .filter(message -> masker.mask(message.text()).hidesAnything())
            .map(Corpus.Message::text)
            .toList();
    assertThat(hidden).isEmpty();
  }

  @Test
  void made_up_identity_numbers_and_mobiles_are_always_found() {
    for (var i = 0; i < 500; i++) {
      var card = "991301" + "19" + number(50, 99) + number(10, 12) + number(10, 28) + digits(4);
      var mobile = "1" + number(30, 99) + digits(8);
      assertThat(found("身份证" + card + "的病人")).contains("id_card " + card);
      assertThat(found("联系电话" + mobile + "谢谢")).contains("mobile " + mobile);
      assertThat(found(pick(NAMES) + mobile)).contains("mobile " + mobile);
    }
  }

  @Test
  void nearly_all_other_patient_data_is_found() {
    var wanted = 0;
    var right = 0;
    for (var i = 0; i < 500; i++) {
      var name = pick(NAMES);
      var inpatient = "00" + digits(6);
      var outpatient = "2026" + digits(6);
      for (var one :
          List.of(
              new String[] {number(1, 60) + "床" + name + pick(MATTERS), "patient_name " + name},
              new String[] {"患者" + name + pick(MATTERS), "patient_name " + name},
              new String[] {"住院号" + inpatient + pick(MATTERS), "inpatient_no " + inpatient},
              new String[] {name + " " + inpatient + pick(MATTERS), "patient_name " + name},
              new String[] {"门诊号：" + outpatient + pick(MATTERS), "outpatient_no " + outpatient})) {
        wanted++;
        right += found(one[0]).contains(one[1]) ? 1 : 0;
      }
    }
    assertThat(right / (double) wanted).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void hardly_any_other_number_is_hidden() {
    var hidden =
        Stream.generate(this::harmless)
            .limit(1000)
            .filter(text -> masker.mask(text).hidesAnything())
            .toList();
    assertThat(hidden).hasSizeLessThanOrEqualTo(10);
  }

  private String harmless() {
    return switch (random.nextInt(8)) {
      case 0 -> "打印服务器10." + number(0, 255) + "." + number(0, 255) + "." + number(1, 254) + "不通";
      case 1 -> "资产编号ZC" + digits(10) + "的电脑开不了机";
      case 2 -> "工单#" + number(1001, 99999) + "什么进度";
      case 3 -> "打" + number(6000, 6999) + "没人接";
      case 4 -> "网口3-" + number(1, 20) + "-A" + number(10, 99) + "灯不亮";
      case 5 -> "报ORA-" + digits(5) + "登不进";
      case 6 -> "对账差了" + number(10, 9999) + "." + digits(2) + "元";
      default -> "订单尾号" + digits(6) + "没记账";
    };
  }

  private Set<String> found(String text) {
    var found = new java.util.HashSet<String>();
    masker
        .mask(text)
        .findings()
        .forEach(finding -> found.add(finding.type().code() + " " + finding.in(text)));
    return found;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String number(int least, int most) {
    return String.valueOf(least + random.nextInt(most - least + 1));
  }

  private String digits(int count) {
    var digits = new StringBuilder();
    for (var i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
