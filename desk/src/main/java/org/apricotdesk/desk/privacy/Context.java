package org.apricotdesk.desk.privacy;

import static org.apricotdesk.desk.privacy.PatientData.EXAM_NO;
import static org.apricotdesk.desk.privacy.PatientData.INPATIENT_NO;
import static org.apricotdesk.desk.privacy.PatientData.INSURANCE_NO;
import static org.apricotdesk.desk.privacy.PatientData.OUTPATIENT_NO;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words right before a number: they say whether it names a patient or a thing.
///
/// @param words what stands before, without `号：是 …`; lower case
/// @param whole the same with them
/// @param card whether those dropped words named a card
/// @param named whether they named a number (号, 编号, 码)
record Context(String words, String whole, boolean card, boolean named) {
  private static final int REACH = 16;
  private static final String FILLERS = " :：是为,，=#(（)）\"'“”‘’[]【】《》\n就叫的.。;；*\u200b";
  private static final List<String> NUMBER_WORDS =
      List.of("号码", "编号", "编码", "id", "no", "号", "卡号", "卡", "证", "凭证", "电子");
  private static final List<String> THINGS =
      List.of(
          "资产", "工单", "订单", "流水", "序列", "sn", "设备", "型", "版本", "端口", "ip", "分机", "内线", "发票", "票据",
          "合同", "快递", "房间", "物料", "信息点", "座机", "交易", "尾", "单据", "报修", "代码", "报错", "金额", "位", "网口",
          "批次", "qq", "错误", "工号", "单号", "批号", "机号");
  private static final List<String> INPATIENT = List.of("住院", "病案", "病历", "病员", "zy", "入院", "住");
  private static final List<String> OUTPATIENT =
      List.of("门诊", "就诊", "诊疗", "就医", "挂号", "mz", "健康", "一卡通");
  private static final List<String> INSURANCE =
      List.of("医保", "社保", "参保", "人员", "医疗保险", "社会保障", "医保个人", "保险");
  private static final List<String> EXAM =
      List.of(
          "检查", "条码", "条形码", "标本", "检验", "化验", "影像", "申请单", "检查单", "试管", "病理", "条形", "检验单", "化验单",
          "申请", "放射");

  static Context before(Glyphs glyphs, int start) {
    var text = glyphs.text(start - REACH, start).toLowerCase(Locale.ROOT);
    var whole = strip(text);
    var card = false;
    var named = false;
    for (var shorter = whole; ; ) {
      var word = ending(shorter, NUMBER_WORDS);
      if (word.isEmpty() || ending(shorter, EXAM).isPresent()) {
        return new Context(shorter, whole, card, named);
      }
      card |= word.get().contains("卡");
      named = true;
      shorter = strip(shorter.substring(0, shorter.length() - word.get().length()));
    }
  }

  /// Whether the words name a thing (an order, an asset, an amount), so the number is no person's.
  boolean foreign() {
    return ending(words, EXAM).isEmpty()
        && (ending(words, THINGS).isPresent() || ending(whole, THINGS).isPresent());
  }

  Optional<PatientData> type(Glyphs glyphs, int start, int digitsStart, int length) {
    var letters = digitsStart - start;
    if (glyphs.text(start, digitsStart).equalsIgnoreCase("zy") && length >= 6) {
      return Optional.of(INPATIENT_NO);
    }
    if (ending(words, EXAM).isPresent()) {
      return when(EXAM_NO, length >= 6 && length <= 16);
    }
    if (foreign()) {
      return Optional.empty();
    }
    if (ending(words, INSURANCE).isPresent()) {
      return when(INSURANCE_NO, length >= 6 && length <= 20 && letters <= 2);
    }
    if (ending(words, INPATIENT).isPresent()) {
      return when(INPATIENT_NO, length >= 6 && length <= 12 && (named || !today(glyphs, start)));
    }
    var outpatient = ending(words, OUTPATIENT).isPresent() && (named || card);
    return when(OUTPATIENT_NO, (outpatient || (card && named)) && length >= 6 && length <= 14);
  }

  /// Whether a word for a telephone stands just before.
  static boolean phoneWord(Glyphs glyphs, int start) {
    var text = glyphs.text(start - 8, start).toLowerCase(Locale.ROOT);
    return List.of("电话", "手机", "tel", "phone", "mobile", "联系", "微信", "+86", "打我", "号码").stream()
        .anyMatch(text::contains);
  }

  private static boolean today(Glyphs glyphs, int start) {
    var digits = glyphs.text(start, start + 8);
    return digits.startsWith("20")
        && digits.chars().allMatch(c -> Glyphs.digit((char) c))
        && digits.length() == 8
        && IdCard.date(digits);
  }

  private static Optional<PatientData> when(PatientData type, boolean holds) {
    return holds ? Optional.of(type) : Optional.empty();
  }

  private static String strip(String text) {
    var end = text.length();
    while (end > 0 && FILLERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static Optional<String> ending(String text, List<String> words) {
    return words.stream().filter(text::endsWith).findFirst();
  }
}
