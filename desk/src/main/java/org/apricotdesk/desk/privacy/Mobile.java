package org.apricotdesk.desk.privacy;

import java.util.List;
import java.util.Optional;

/// Mobile numbers: eleven digits, also after 86, written in the groups people use.
final class Mobile {
  private static final int LENGTH = 11;

  private Mobile() {}

  /// Where the mobile begins, if these groups are one.
  static Optional<Integer> in(Glyphs glyphs, String digits, List<Group> parts) {
    var start = parts.getFirst().start();
    if (digits.length() == LENGTH + 2 && parts.size() == 1 && digits.startsWith("86")) {
      return begins(digits, 2) ? Optional.of(start + 2) : Optional.empty();
    }
    if (digits.length() != LENGTH || !begins(digits, 0)) {
      return Optional.empty();
    }
    var usual = parts.size() == 1 || usualGroups(parts) || Context.phoneWord(glyphs, start);
    return usual && !Context.before(glyphs, start).foreign()
        ? Optional.of(start)
        : Optional.empty();
  }

  private static boolean begins(String digits, int at) {
    return digits.charAt(at) == '1' && digits.charAt(at + 1) >= '3';
  }

  /// 3-4-4 and its like, or digit by digit; not "13 床 20260318 1", which is three numbers.
  private static boolean usualGroups(List<Group> parts) {
    return parts.stream().allMatch(part -> part.length() >= 3)
        || parts.stream().allMatch(part -> part.length() <= 2);
  }
}
