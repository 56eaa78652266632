package org.apricotdesk.bot.understanding;

import java.util.Optional;

/// "不是腕带机，是条码机": the first was meant before, the second is meant now.
record Correction(String wrong, String right, String words) {
  private static final int LONGEST = 16;
  private static final int LEAD = 6;

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
    return Words.cues().list("correction").stream()
        .filter(cue -> opens(text, cue))
        .findFirst()
        .map(cue -> corrected(text, cue));
  }

  /// The words of correction begin the message: 护理记录写错了 is no correction of what was said.
  private static boolean opens(String text, String cue) {
    var at = text.indexOf(cue);
    if (at < 0 || at > LEAD || text.length() < at + cue.length() + 2) {
      return false;
    }
    var before = text.substring(0, at).strip();
    return before.isEmpty()
        || Words.cues().list("correctionlead").stream().anyMatch(before::endsWith);
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
