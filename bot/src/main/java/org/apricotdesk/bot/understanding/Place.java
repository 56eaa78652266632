package org.apricotdesk.bot.understanding;

import java.util.Optional;

/// Finds a room, window, floor or machine as people name it: `3诊室`, `12楼`, `3号窗`, `2号机`.
final class Place {
  private static final String NUMERALS = "零一二两三四五六七八九十百0123456789";
  private static final String[] NOUNS = {
    "号楼", "楼", "层", "诊室", "号窗口", "窗口", "号窗", "窗", "号机", "手术间", "间", "病房", "会议室", "诊间", "号诊室"
  };

  private Place() {}

  static Optional<String> in(String text) {
    for (var at = 0; at < text.length(); at++) {
      if (NUMERALS.indexOf(text.charAt(at)) >= 0) {
        var start = at;
        while (at < text.length() && (NUMERALS + "-到至").indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        for (var noun : NOUNS) {
          if (text.startsWith(noun, at) && at - start <= 8) {
            return Optional.of(text.substring(start, at + noun.length()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
