package org.apricotdesk.bot.dialogue;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.PauseKind;

/// "东软 单号A123 明天15:00": who was called, under which number, and when they promised to come.
record VendorCall(
    Optional<String> vendor, Optional<String> reference, Optional<Instant> until, String text) {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:单号|工单号|报修号|编号)\\s*[:：]?\\s*(?<number>[0-9A-Za-z-]{2,40})");

  static VendorCall of(String text, Dates dates) {
    var matcher = REFERENCE.matcher(text);
    var reference =
        matcher.find() ? Optional.of(matcher.group("number")) : Optional.<String>empty();
    var rest = Dates.without(REFERENCE.matcher(text).replaceFirst("")).strip();
    var vendor = Optional.of(rest.split("[\\s，,]+", 2)[0]).filter(word -> !word.isBlank());
    return new VendorCall(vendor, reference, dates.in(text), text);
  }

  Command pause(PersonId by) {
    return new Command.Pause(by, PauseKind.PENDING_VENDOR, text, vendor, reference, until);
  }
}
