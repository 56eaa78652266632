package org.apricotdesk.desk.ticket.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apricotdesk.desk.target.Owner;

/// A ticket's time as a bar: how much of it was in whose hands.
///
/// @param pieces from left to right; together 1000 wide
public record ClockBar(List<Piece> pieces) {
  private static final int WIDTH = 1000;

  public ClockBar {
    pieces = List.copyOf(pieces);
  }

  /// @param from where it starts, of 1000
  public record Piece(Owner owner, Duration time, int from, int width) {

    /// The stylesheet's class of its colour.
    public String look() {
      return switch (owner) {
        case DESK -> "own-unclaimed";
        case ENGINEER -> "own-engineer";
        case USER, APPROVER, APPOINTMENT -> "own-user";
        case VENDOR -> "own-vendor";
        case PARENT, SOLVED, OUTSIDE_HOURS -> "own-outside";
      };
    }

    /// The key of the words for its length, with days only where there are any.
    public String unit() {
      return time.toHours() == 0
          ? "clock.minutes"
          : time.toDays() == 0 ? "clock.hours" : "clock.days";
    }

    /// The numbers of those words.
    public Object[] numbers() {
      if (time.toHours() == 0) return new Object[] {time.toMinutes()};
      if (time.toDays() == 0) return new Object[] {time.toHours(), (long) time.toMinutesPart()};
      return new Object[] {time.toDays(), (long) time.toHoursPart()};
    }
  }

  static ClockBar of(Map<Owner, Duration> parts) {
    var whole = parts.values().stream().mapToLong(Duration::toSeconds).sum();
    var pieces = new ArrayList<Piece>();
    var passed = 0L;
    for (var owner : Owner.values()) {
      var time = parts.getOrDefault(owner, Duration.ZERO);
      if (time.isZero()) continue;
      var from = at(passed, whole);
      passed += time.toSeconds();
      pieces.add(new Piece(owner, time, from, at(passed, whole) - from));
    }
    return new ClockBar(pieces);
  }

  private static int at(long passed, long whole) {
    return (int) (passed * WIDTH / whole);
  }
}
