package org.apricotdesk.desk.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a number is by its own form, where no word before it says so.
final class Shape {
  private static final int NEAR = 14;
  private static final Set<String> EXAMS =
      Set.of(
          "CT", "MR", "MRI", "DR", "CR", "US", "XR", "ES", "DX", "MG", "RF", "NM", "PT", "EC",
          "DSA");
  private static final List<String> SPECIMENS = List.of("条码", "标本", "试管", "检验", "化验", "采集");
  private static final List<String> INSURANCE = List.of("医保", "社保", "参保");
  private static final List<String> PATIENTS = List.of("患者", "病人", "孩子", "家属", "老人", "就诊");

  private Shape() {}

  static Optional<PatientData> of(Glyphs glyphs, int start, Group group) {
    var prefix = glyphs.text(start, group.start()).toUpperCase(java.util.Locale.ROOT);
    var digits = glyphs.text(group.start(), group.end());
    if (joinedToCode(glyphs, start)) {
      return Optional.empty();
    }
    if (EXAMS.contains(prefix) && digits.length() >= 8 && digits.length() <= 14) {
      return Optional.of(PatientData.EXAM_NO);
    }
    if (prefix.length() == 1 && digits.length() == 8 && near(glyphs, start, INSURANCE)) {
      return Optional.of(PatientData.INSURANCE_NO);
    }
    return prefix.isEmpty() ? bare(glyphs, start, group.end(), digits) : Optional.empty();
  }

  private static Optional<PatientData> bare(Glyphs glyphs, int start, int end, String digits) {
    if (digits.length() == 8 && digits.startsWith("00")) {
      return Optional.of(PatientData.INPATIENT_NO);
    }
    if (digits.length() == 10 && digits.startsWith("20") && near(glyphs, start, PATIENTS)) {
      return Optional.of(PatientData.OUTPATIENT_NO);
    }
    var day = digits.length() == 12 && IdCard.date("20" + digits.substring(0, 6));
    return day && (near(glyphs, start, SPECIMENS) || near(glyphs, end + NEAR, SPECIMENS))
        ? Optional.of(PatientData.EXAM_NO)
        : Optional.empty();
  }

  /// `0x00872315`, `3-12-00872315`, `10.0.00872315`: a part of something longer.
  private static boolean joinedToCode(Glyphs glyphs, int start) {
    var before = glyphs.at(start - 1);
    return glyphs.letterAt(start - 1)
        || before == '_'
        || before == '#'
        || ("-./".indexOf(before) >= 0
            && (glyphs.digitAt(start - 2) || glyphs.letterAt(start - 2)));
  }

  private static boolean near(Glyphs glyphs, int place, List<String> words) {
    var text = glyphs.text(place - NEAR, place);
    return words.stream().anyMatch(text::contains);
  }
}
