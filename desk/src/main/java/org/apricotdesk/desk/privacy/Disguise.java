package org.apricotdesk.desk.privacy;

import java.util.function.IntPredicate;

/// Which characters of a finding stay readable, as the hospital's table of stored forms says.
final class Disguise {
  private static final int LAST = 4;
  private static final int LAST_OF_INSURANCE = 3;
  private static final int FIRST_OF_MOBILE = 3;

  private Disguise() {}

  static IntPredicate kept(Glyphs glyphs, Finding finding) {
    return switch (finding.type()) {
      case BED_NO -> _ -> true;
      case PATIENT_NAME -> new Surname(glyphs, finding)::keeps;
      case MOBILE -> {
        var first = position(glyphs, finding, FIRST_OF_MOBILE);
        var last = lastFrom(glyphs, finding, LAST);
        yield index -> index < first || index >= last;
      }
      case INSURANCE_NO -> {
        var last = lastFrom(glyphs, finding, LAST_OF_INSURANCE);
        var letter = glyphs.letterAt(finding.start()) ? finding.start() : -1;
        yield index -> index == letter || index >= last;
      }
      case ID_CARD, INPATIENT_NO, OUTPATIENT_NO, EXAM_NO -> {
        var last = lastFrom(glyphs, finding, LAST);
        yield index -> index >= last;
      }
    };
  }

  /// Where the last `count` characters that matter begin; separators between digits do not count.
  private static int lastFrom(Glyphs glyphs, Finding finding, int count) {
    var left = count;
    for (var i = finding.end() - 1; i >= finding.start(); i--) {
      if ((glyphs.digitAt(i) || glyphs.letterAt(i)) && --left == 0) {
        return i;
      }
    }
    return finding.start();
  }

  private static int position(Glyphs glyphs, Finding finding, int count) {
    var left = count;
    for (var i = finding.start(); i < finding.end(); i++) {
      if (glyphs.digitAt(i) && --left == 0) {
        return i + 1;
      }
    }
    return finding.end();
  }

  /// The surname of a name found: one character, or two where the surname is a compound one.
  private record Surname(Glyphs glyphs, Finding finding) {
    boolean keeps(int index) {
      var compound =
          finding.end() - finding.start() >= 3
              && Lexicon.load().compoundSurname(glyphs.text(finding.start(), finding.start() + 2));
      return index < finding.start() + (compound ? 2 : 1);
    }
  }
}
