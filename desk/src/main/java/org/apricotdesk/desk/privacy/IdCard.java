package org.apricotdesk.desk.privacy;

/// Resident identity numbers: 18 characters with a birthday inside, or the old 15 digits.
///
/// A wrong check digit still counts, people mistype; the old form has none, so its birthday and its
/// region must be possible.
final class IdCard {
  private IdCard() {}

  static boolean whole(String digits) {
    return digits.length() == 18
        && digits.charAt(0) != '0'
        && date(digits.substring(6, 14))
        && century(digits);
  }

  static boolean endsWithX(String digits, Glyphs glyphs, int end) {
    var last = glyphs.at(end);
    return digits.length() == 17
        && digits.charAt(0) != '0'
        && (last == 'X' || last == 'x' || last == 'Х' || last == '×')
        && !glyphs.letterAt(end + 1)
        && !glyphs.digitAt(end + 1)
        && century(digits)
        && date(digits.substring(6, 14));
  }

  static boolean old(String digits) {
    return digits.length() == 15 && digits.charAt(0) != '0' && date("19" + digits.substring(6, 12));
  }

  /// Whether eight digits are a day: year, month and day in their bounds.
  static boolean date(String digits) {
    var month = Integer.parseInt(digits, 4, 6, 10);
    var day = Integer.parseInt(digits, 6, 8, 10);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean century(String digits) {
    return digits.startsWith("19", 6) || digits.startsWith("20", 6);
  }
}
