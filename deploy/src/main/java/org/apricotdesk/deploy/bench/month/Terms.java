package org.apricotdesk.deploy.bench.month;

import java.util.Map;
import java.util.OptionalLong;

/// What is promised for a ticket; domain §6.1 and §4.3.
///
/// @param answerAlways whether nights and weekends count until somebody takes it
/// @param repairAlways whether they count until it works again
record Terms(
    String priority,
    long answerSeconds,
    long repairSeconds,
    boolean answerAlways,
    boolean repairAlways) {
  private static final long MINUTE = 60;
  private static final Map<String, long[]> TARGETS =
      Map.of(
          "P1", new long[] {5, 60},
          "P2", new long[] {10, 240},
          "P3", new long[] {30, 480},
          "P4", new long[] {240, 2400});

  /// @param always whether its category is served around the clock
  /// @param critical whether it is about a place where care cannot wait
  /// @param request seconds of a service request's own target
  static Terms of(String priority, boolean always, boolean critical, OptionalLong request) {
    var minutes = TARGETS.get(priority);
    var answer =
        switch (priority) {
          case "P1" -> true;
          case "P2" -> always || critical;
          case "P3" -> always;
          default -> false;
        };
    var repair = priority.equals("P1") || (priority.equals("P2") && (always || critical));
    if (minutes == null) throw new IllegalArgumentException("no priority is " + priority);
    return new Terms(
        priority,
        minutes[0] * MINUTE,
        request.orElse(minutes[1] * MINUTE),
        answer,
        repair && request.isEmpty());
  }

  boolean isTighterThan(Terms other) {
    var compared = priority.compareTo(other.priority);
    return compared < 0 || (compared == 0 && repairAlways && !other.repairAlways);
  }
}
