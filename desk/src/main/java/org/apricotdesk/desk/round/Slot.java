package org.apricotdesk.desk.round;

import java.time.LocalTime;
import java.util.Locale;

/// When on a day a visit is.
public enum Slot {
  /// The ward's morning meeting.
  HANDOVER(LocalTime.of(7, 40)),
  MORNING(LocalTime.of(8, 30)),
  AFTERNOON(LocalTime.of(13, 30));

  private final LocalTime start;

  Slot(LocalTime start) {
    this.start = start;
  }

  LocalTime start() {
    return start;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such code
  public static Slot of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
