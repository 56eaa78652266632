package org.apricotdesk.bot.understanding;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.sourceforge.pinyin4j.PinyinHelper;

/// What the trained models see of a text: one to three characters in a row, and two in a row by
/// sound, so that 腕代 still resembles 腕带. Masked names and numbers are left out.
final class Grams {
  private static final int LONGEST = 3;
  private static final int MOST_TEXT = 400;
  private static final Map<Character, String> SOUNDS = new ConcurrentHashMap<>();

  private static final Pattern MASKED_NAME = Pattern.compile("[\\p{IsHan}]?[*·]{2,}");
  private static final Pattern MASKED_NUMBER = Pattern.compile("[a-z]?\\d*\\*+\\d*");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,，。.!！?？~、…“”\"'：:;；()（）【】\\[\\]]+");

  private Grams() {}

  static Set<String> of(String text) {
    var grams = new LinkedHashSet<String>();
    for (var word : words(text)) {
      for (var length = 1; length <= LONGEST; length++) {
        for (var i = 0; i + length <= word.length(); i++) {
          grams.add(word.substring(i, i + length));
        }
      }
      for (var i = 0; i + 2 <= word.length(); i++) {
        addSounds(grams, word.charAt(i), word.charAt(i + 1));
      }
    }
    return grams;
  }

  private static void addSounds(Set<String> grams, char first, char second) {
    if (Character.isIdeographic(first) && Character.isIdeographic(second)) {
      grams.add("~" + sound(first) + sound(second));
    }
  }

  private static String[] words(String text) {
    var plain = PlainText.of(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
    var named = MASKED_NAME.matcher(plain).replaceAll(" ");
    var counted = MASKED_NUMBER.matcher(named).replaceAll(" ");
    var rest = LONG_NUMBER.matcher(counted).replaceAll(" ");
    return BETWEEN.matcher(rest).replaceAll(" ").strip().split(" ");
  }

  private static String sound(char c) {
    var known = SOUNDS.get(c);
    return known == null ? SOUNDS.computeIfAbsent(c, Grams::firstSound) : known;
  }

  private static String firstSound(char c) {
    var sounds = PinyinHelper.toHanyuPinyinStringArray(c);
    return sounds == null ? String.valueOf(c) : sounds[0].replaceAll("\\d", "");
  }
}
