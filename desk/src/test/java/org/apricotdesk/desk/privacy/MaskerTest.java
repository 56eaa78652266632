package org.apricotdesk.desk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {
  private final Masker masker = new Masker(Set.of("何佳怡", "王雪", "刘文静")::contains);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "身份证991301195603114003|身份证**************4003",
        "身份证 991301 19560311 4003 对吗|身份证 ****** ******** 4003 对吗",
        "９９１３０１１９５６０３１１４００３|**************４００３",
        "证件99130119560311400X|证件**************400X",
        "老身份证991301560311400|老身份证***********1400",
        "电话19900003326|电话199****3326",
        "电话199-0000-3326|电话199-****-3326",
        "电话 199 0000 3326 谢谢|电话 199 **** 3326 谢谢",
        "+8619900003326|+86199****3326",
        "手机199OOOO3326|手机199****3326",
        "电话一九九零零零零三三二六|电话一九九****三三二六",
        "住院号00872315的病人结不了账|住院号****2315的病人结不了账",
        "门诊号2026031877这个人处方一直审核中|门诊号******1877这个人处方一直审核中",
        "医保卡号K30092817读出来说暂停参保|医保卡号K*****817读出来说暂停参保",
        "检查号CT2603180077 临床看不到片|检查号********0077 临床看不到片",
        "12床王秀英的腕带打不出来|12床王**的腕带打不出来",
        "ICU 6床何志强用血申请提交不了|ICU 6床何**用血申请提交不了",
        "宝宝叫“马丽之子” 妈妈住院号00899001|宝宝叫“马*之子” 妈妈住院号****9001",
        "患者欧阳建国的报告|患者欧阳**的报告",
        "3床买买提·吐尔逊的药|3床买**·***的药",
        "王秀兰的医保卡读不出来|王**的医保卡读不出来",
        "王禹彤的医保卡读不出来|王**的医保卡读不出来",
        "王秀兰，社保卡读不出来|王**，社保卡读不出来",
        "王秀兰家属说发票没有|王**家属说发票没有",
        "家属王秀兰说发票没有|家属王**说发票没有",
        "王秀兰缴不了费|王**缴不了费",
        "电子病历里王秀兰的医嘱不见了|电子病历里王**的医嘱不见了",
        "HIS里查不到王秀兰|HIS里查不到王**",
        "系统里找不到张建国这个人|系统里找不到张**这个人",
      })
  void patient_data_is_hidden_but_for_its_end(String written, String kept) {
    assertThat(masker.mask(written).text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "打印服务器10.12.8.200不通",
        "IP 192.168.100.123 冲突",
        "资产编号ZC2026001234的电脑",
        "资产编号 13900001234",
        "#1024 啥进度",
        "打6888没人接",
        "网口墙上写着3-12-A07,灯不亮",
        "报ORA-12541 没有监听程序",
        "2304报金额不一致差了36块8",
        "订单尾号882103 查一下",
        "订单号202603180012345678",
        "跳0x0000011b是啥意思",
        "发票号00872315打不出来",
        "昨天2026-03-18 14:20开始的",
        "李医生在编辑，可他下夜班回家了",
        "明天下午张主任去开会",
        "何佳怡在3床旁边等",
        "我是护士王雪 5床的屏黑了",
        "5床高血压病人",
        "白屏了 全院都这样 马上处理",
        "病人都等急了",
        "患者连那个免费wifi不跳认证页",
        "何佳怡的医保卡读不出来",
        "通讯录里找不到王雪",
        "张工的身份证",
        "全科室的医嘱看不到",
        "查询余额不对",
        "打不开金山文档",
        "家属方面没人来",
        "赵一鸣的电脑开不了机",
      })
  void what_engineers_need_stays_readable(String written) {
    assertThat(masker.mask(written).text()).isEqualTo(written);
  }

  @Test
  void a_finding_names_its_type_and_its_place_in_the_original() {
    var text = "患者李建国 身份证９９１３０１195603114003 建了两个档案";
    assertThat(masker.mask(text).findings())
        .extracting(finding -> finding.type().code() + " " + finding.in(text))
        .containsExactly("patient_name 李建国", "id_card ９９１３０１195603114003");
  }

  @Test
  void a_bed_is_named_only_together_with_a_patient() {
    assertThat(masker.mask("12床的腕带打不出来").hidesAnything()).isFalse();
    assertThat(masker.mask("12床王秀英的腕带打不出来").findings())
        .extracting(Finding::type)
        .containsExactly(PatientData.BED_NO, PatientData.PATIENT_NAME);
  }

  @Test
  void an_identifier_split_over_two_messages_is_found_in_both() {
    var pair = masker.maskAcross("身份证9913011956", "03114003 帮查下");
    assertThat(pair.previous().text()).isEqualTo("身份证**********");
    assertThat(pair.text().text()).isEqualTo("****4003 帮查下");
    assertThat(masker.maskAcross("住院号", "00872315").text().text()).isEqualTo("****2315");
    assertThat(masker.maskAcross("12床", "王秀英的腕带").text().text()).isEqualTo("王**的腕带");
  }

  @Test
  void two_messages_that_have_nothing_to_do_with_each_other_stay_as_they_are() {
    var pair = masker.maskAcross("工单1024", "2026年的打印机坏了");
    assertThat(pair.previous().text()).isEqualTo("工单1024");
    assertThat(pair.text().text()).isEqualTo("2026年的打印机坏了");
  }

  @Property(tries = 500)
  void masking_twice_is_masking_once(@ForAll String text) {
    var once = masker.mask(text).text();
    assertThat(masker.mask(once).text()).isEqualTo(once);
  }

  @Test
  void the_longest_hostile_text_takes_no_longer_than_its_length() {
    for (var hostile :
        List.of("1", "1 ", "19900003326", "住院号", "王", "1床", "王秀英的", "１９-", "买·", "患者王秀英12床 ")) {
      var text = hostile.repeat(100_000 / hostile.length());
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> masker.mask(text), hostile);
    }
  }
}
