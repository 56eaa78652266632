package org.apricotdesk.bot.understanding;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;

/// What the trained models see of a text: one to three characters in a row, and two in a row by
/// sound, so that 腕代 still resembles 腕带. Masked names and numbers are left out.
final class Grams {
  private static final int LONGEST = 3;
  private static final int MOST_TEXT = 400;
  private static final Map<Character, String> SOUNDS = new ConcurrentHashMap<>();

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
    return plain
        .replaceAll("[\\p{IsHan}]?[*·]{2,}", " ")
        .replaceAll("[a-z]?\\d*\\*+\\d*", " ")
        .replaceAll("\\d{6,}", " ")
        .replaceAll("[\\s,，。.!！?？~、…“”\"'：:;；()（）【】\\[\\]]+", " ")
        .strip()
        .split(" ");
  }

  private static String sound(char c) {
    return SOUNDS.computeIfAbsent(c, Grams::firstSound);
  }

  private static String firstSound(char c) {
    var sounds = PinyinHelper.toHanyuPinyinStringArray(c);
    return sounds == null ? String.valueOf(c) : sounds[0].replaceAll("\\d", "");
  }
}
