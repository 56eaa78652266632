package org.apricotdesk.knowledge.search;

import java.util.regex.Pattern;

/// What sort of answer a text gives, as far as its wording tells.
enum Given {
  /// Begins by saying yes or no.
  VERDICT("\\A\\s*(?:是|否|不|可以|能|支持|没有|有|无法|目前)"),
  /// Begins by saying what to do.
  INSTRUCTION("\\A\\s*(?:若要|要|请|使用|按)"),
  STEPS("(?m)^\\s*(?:1\\.|步骤|首先|- )"),
  CAUSE("因为|由于|原因|导致"),
  LINES("\n[^\n]*\n[^\n]*\n"),
  PERIOD("\\d\\s*(?:分钟|小时|天|个月|秒|周|年|个工作日)"),
  PLACE("位于|转到|中找到|在.{1,20}中"),
  NUMBER("\\d");

  private static final Given[] ALL = values();

  private final Pattern wording;

  Given(String wording) {
    this.wording = Pattern.compile(wording);
  }

  /// Which sorts a text is, one bit each, as the index keeps it.
  ///
  /// @param plain a text that went through [Characters#plain]
  static long of(String plain) {
    long out = 0;
    for (int i = 0; i < ALL.length; i++) {
      if (ALL[i].wording.matcher(plain).find()) out |= 1L << i;
    }
    return out;
  }

  /// For each sort whether the text is one, 1 or 0.
  static float[] flags(long bits) {
    var out = new float[ALL.length];
    for (int i = 0; i < out.length; i++) out[i] = bits >> i & 1;
    return out;
  }
}
