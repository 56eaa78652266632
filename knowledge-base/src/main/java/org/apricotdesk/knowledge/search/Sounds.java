package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/// How characters sound, so that 硒股 finds 硒鼓 and `dayinji` finds 打印机.
///
/// Sounds that southern speakers and fast typists mix up (zh/z, ing/in) count as one.
final class Sounds {
  private static final int LONGEST_SYLLABLE = 6;
  private static final HanyuPinyinOutputFormat FORMAT = format();
  private static final String[] OF_HAN = table();
  private static final Set<String> SYLLABLES = syllables();

  private Sounds() {}

  /// The sound of one Chinese character; empty if it has none we know.
  static Optional<String> of(char c) {
    return Characters.isHan(c) ? Optional.ofNullable(OF_HAN[c - '\u3400']) : Optional.empty();
  }

  /// The syllables of a word typed in pinyin; empty if it is anything else.
  static List<String> spelled(String word) {
    var found = new ArrayList<String>();
    int at = 0;
    while (at < word.length()) {
      int end = longestSyllable(word, at);
      if (end == at) return List.of();
      found.add(blur(word.substring(at, end)));
      at = end;
    }
    return found.size() >= 2 ? found : List.of();
  }

  private static int longestSyllable(String word, int from) {
    for (int end = Math.min(word.length(), from + LONGEST_SYLLABLE); end > from + 1; end--) {
      if (SYLLABLES.contains(word.substring(from, end))) return end;
    }
    return from;
  }

  private static String blur(String syllable) {
    var out = syllable.replace("zh", "z").replace("ch", "c").replace("sh", "s");
    return out.endsWith("ng") ? out.substring(0, out.length() - 1) : out;
  }

  private static String[] table() {
    var out = new String['\u9fff' - '\u3400' + 1];
    for (char c = '\u3400'; c <= '\u9fff'; c++) {
      var sounds = spoken(c);
      if (sounds.length > 0) out[c - '\u3400'] = blur(sounds[0]);
    }
    return out;
  }

  private static Set<String> syllables() {
    var out = new TreeSet<String>();
    for (char c = '\u4e00'; c <= '\u9fa5'; c++) out.addAll(List.of(spoken(c)));
    return out;
  }

  private static String[] spoken(char c) {
    try {
      var sounds = PinyinHelper.toHanyuPinyinStringArray(c, FORMAT);
      return sounds == null ? new String[0] : sounds;
    } catch (BadHanyuPinyinOutputFormatCombination impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static HanyuPinyinOutputFormat format() {
    var format = new HanyuPinyinOutputFormat();
    format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    format.setVCharType(HanyuPinyinVCharType.WITH_V);
    return format;
  }
}
