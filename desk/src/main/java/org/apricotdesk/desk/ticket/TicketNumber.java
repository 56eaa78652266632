package org.apricotdesk.desk.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// A ticket's number, short enough to say over the phone. The database hands them out.
public record TicketNumber(@JsonValue long value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TicketNumber {
    if (value < 1) throw new IllegalArgumentException("ticket numbers start at 1, not " + value);
  }

  /// What somebody typed, with or without `#`; empty if it is no ticket number.
  public static Optional<TicketNumber> parse(String typed) {
    var digits = typed.strip().replaceFirst("^[#＃]", "");
    return digits.matches("[1-9][0-9]{0,14}")
        ? Optional.of(new TicketNumber(Long.parseLong(digits)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "#" + value;
  }
}
