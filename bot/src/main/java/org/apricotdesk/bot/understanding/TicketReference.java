package org.apricotdesk.bot.understanding;

import java.util.Optional;
import org.apricotdesk.desk.ticket.TicketNumber;

/// A ticket's number as people write it: `#1024`, `工单1024`, `1024号单`.
final class TicketReference {
  private static final int LONGEST = 7;

  private TicketReference() {}

  static Optional<TicketNumber> in(String text) {
    for (var at = 0; at < text.length(); at++) {
      if (digit(text, at) && !digit(text, at - 1)) {
        var end = at;
        while (digit(text, end)) {
          end++;
        }
        if (end - at <= LONGEST && names(text, at, end) && text.charAt(at) != '0') {
          return Optional.of(new TicketNumber(Long.parseLong(text.substring(at, end))));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean names(String text, int start, int end) {
    var before = text.substring(Math.max(0, start - 4), start).strip();
    var after = text.substring(end, Math.min(text.length(), end + 3));
    return before.endsWith("#")
        || before.endsWith("工单")
        || before.endsWith("单号")
        || before.endsWith("单子")
        || after.startsWith("号单")
        || after.startsWith("这单")
        || after.startsWith("的单");
  }

  private static boolean digit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
