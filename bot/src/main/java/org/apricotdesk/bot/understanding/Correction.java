package org.apricotdesk.bot.understanding;

import java.util.Optional;

/// "不是腕带机，是条码机": the first was meant before, the second is meant now.
record Correction(String wrong, String right, String words) {
  private static final int LONGEST = 16;

  static Optional<Correction> in(String text) {
    for (var from = text.indexOf("不是"); from >= 0; from = text.indexOf("不是", from + 1)) {
      var start = from + 2;
      for (var at = start + 1; at < Math.min(text.length(), start + LONGEST); at++) {
        if (text.startsWith("是", at)
            && !text.startsWith("不是", at - 1)
            && divided(text, start, at)) {
          var wrong = text.substring(start, at).replaceAll("[\\s,，。;；而]", "");
          var right = text.substring(at + 1).strip();
          return right.length() < 2 || wrong.isEmpty()
              ? Optional.empty()
              : Optional.of(new Correction(wrong, right, text.substring(from)));
        }
      }
    }
    return Words.cues()
        .in(text, "correction")
        .filter(
            cue -> text.indexOf(cue) < 8 && text.length() > text.indexOf(cue) + cue.length() + 2)
        .map(cue -> corrected(text, cue));
  }

  private static Correction corrected(String text, String cue) {
    var after = text.substring(text.indexOf(cue) + cue.length());
    return new Correction(cue, after.replaceAll("^[\\s,，。是]+", ""), cue);
  }

  /// Between the two stands a comma, a space or 而: "是不是" and "不是说…是" are no corrections.
  private static boolean divided(String text, int start, int at) {
    var asked = start >= 3 && text.charAt(start - 3) == '是';
    return !asked && ",， 。;；而".indexOf(text.charAt(at - 1)) >= 0;
  }
}
