package org.apricotdesk.desk.privacy;

import java.util.ArrayList;
import java.util.List;

/// Finds beds: `12床`, `加12床`, `12号床`, `十二床`, `床号12`.
final class BedFinder {
  private static final String NUMERALS = "零一二三四五六七八九十百";
  private static final int MOST_DIGITS = 3;

  private final Glyphs glyphs;

  BedFinder(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  List<Finding> find() {
    var beds = new ArrayList<Finding>();
    for (var i = 0; i < glyphs.length(); i++) {
      if (glyphs.at(i) == '床' && glyphs.at(i + 1) != '旁' && glyphs.at(i + 1) != '头') {
        var start = numberBefore(i);
        if (start >= 0) {
          beds.add(new Finding(PatientData.BED_NO, start, i + 1));
        }
      }
    }
    return beds;
  }

  private int numberBefore(int bed) {
    var end = bed;
    while (end > 0 && bed - end < 2 && (glyphs.at(end - 1) == ' ' || glyphs.at(end - 1) == '号')) {
      end--;
    }
    var start = end;
    var digits = glyphs.digitAt(end - 1);
    while (start > 0 && end - start < MOST_DIGITS && numeral(glyphs.at(start - 1), digits)) {
      start--;
    }
    if (start == end || glyphs.digitAt(start - 1) || glyphs.at(end - 1) == '百') {
      return -1;
    }
    return glyphs.at(start - 1) == '加' || glyphs.at(start - 1) == '+' ? start - 1 : start;
  }

  /// 骨一12床 is bed 12 of 骨一: digits and Chinese numerals do not mix in one number.
  private static boolean numeral(char c, boolean digits) {
    return digits ? Glyphs.digit(c) : NUMERALS.indexOf(c) >= 0;
  }
}
