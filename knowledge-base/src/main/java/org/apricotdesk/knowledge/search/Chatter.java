package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a question what says nothing about the trouble: who and where, how urgent, hello.
final class Chatter {
  private static final Pattern NOISE =
      Pattern.compile(
          "@[^\\s,，]{1,12}"
              + "|[a-z]?\\d{7,20}"
              + "|(?:住院号|门诊号|就诊卡号?|身份证号?|医保号|检查号|手机号?|电话)[:：]?\\s?\\d{0,20}(?=\\d|$|\\s)"
              + "|(?:加)?\\d{1,3}床(?![位])"
              + "|(?:心内|心外|胸外|神内|神外|普外|泌外|泌尿|肝胆|消化内|消化|呼吸|呼内|内分泌|肾内|血液|风湿|感染|肿瘤"
              + "|康复|老年医学|老年|皮肤|耳鼻喉|口腔|中医|针灸|疼痛|甲乳|胃肠|脑外)"
              + "(?:[科一二三四五六1-6]|内科|外科|门诊|病区|病房|诊室|医生办|护士站|这边|这层)+"
              + "|(?:骨|普|眼|妇|产|儿)科(?:[一二三四五六1-6]|门诊|病区|病房|诊室|医生办|护士站|这边|这层)*"
              + "|[骨普][一二三四五六1-6]"
              + "|急{2,}|救命|快点|抓紧|帮忙看下|帮我看下|帮我看看|帮看下|帮查下|麻烦|请问|老师|师傅|您好|你好|谢谢|啊{2,}"
              + "|病人(?:都)?(?:在)?等着?呢?|病人在骂人|排长队|信息科的?");

  private static final Pattern BORDER = Pattern.compile("[^\\p{IsHan}a-z0-9.:/_-]+");
  private static final int SHORTEST_CLAUSE = 3;
  private static final int MOST_CLAUSES = 4;

  private Chatter() {}

  /// @param plain text that went through [Characters#plain]; stays as it is if nothing were left
  static String without(String plain) {
    var out = NOISE.matcher(plain).replaceAll(" ").strip();
    return out.length() >= SHORTEST_CLAUSE ? out : plain;
  }

  /// The parts between blanks and punctuation; people seldom write full sentences.
  static List<String> clauses(String text) {
    var out = clauses(text, MOST_CLAUSES);
    return out.isEmpty() ? List.of(text) : out;
  }

  static List<String> clauses(String text, int most) {
    var out = new ArrayList<String>();
    for (var clause : BORDER.split(text, -1)) {
      if (clause.length() >= SHORTEST_CLAUSE && out.size() < most) out.add(clause);
    }
    return out;
  }
}
