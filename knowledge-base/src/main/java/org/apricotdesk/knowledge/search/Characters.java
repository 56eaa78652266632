package org.apricotdesk.knowledge.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;

/// Makes characters comparable: half width, lower case, simplified Chinese.
final class Characters {
  private static final char FIRST_HAN = '\u3400';
  private static final char LAST_HAN = '\u9fff';
  private static final char[] SIMPLIFIED = simplified();

  private Characters() {}

  static String plain(String text) {
    var out = Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray();
    for (int i = 0; i < out.length; i++) out[i] = plain(out[i]);
    return new String(out);
  }

  static boolean isHan(char c) {
    return c >= FIRST_HAN && c <= LAST_HAN;
  }

  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static char plain(char c) {
    return isHan(c) ? SIMPLIFIED[c - FIRST_HAN] : Character.toLowerCase(c);
  }

  private static char[] simplified() {
    var toSimplified = Transliterator.getInstance("Traditional-Simplified");
    var all = new StringBuilder();
    for (char c = FIRST_HAN; c <= LAST_HAN; c++) all.append(c);
    var converted = toSimplified.transliterate(all.toString());
    return converted.length() == all.length() ? converted.toCharArray() : oneByOne(toSimplified);
  }

  private static char[] oneByOne(Transliterator toSimplified) {
    var out = new char[LAST_HAN - FIRST_HAN + 1];
    for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
      var converted = toSimplified.transliterate(String.valueOf(c));
      out[c - FIRST_HAN] = converted.length() == 1 ? converted.charAt(0) : c;
    }
    return out;
  }
}
