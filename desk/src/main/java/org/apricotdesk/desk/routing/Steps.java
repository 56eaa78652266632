package org.apricotdesk.desk.routing;

import java.time.Duration;
import java.util.List;
import org.apricotdesk.desk.target.Priority;

/// The ladders unclaimed work climbs, as data: after how long whom to ask.
final class Steps {
  private static final List<Step> P1 =
      List.of(step(Who.EVERYBODY, 0), step(Who.MANAGER, 5), step(Who.DIRECTOR, 10));
  private static final List<Step> P2 =
      List.of(
          step(Who.PERSON, 0),
          step(Who.PAIR, 2),
          step(Who.GROUP, 4),
          step(Who.LEAD, 7),
          step(Who.MANAGER, 20));
  private static final List<Step> P3 =
      List.of(step(Who.PERSON, 0), step(Who.PAIR, 10), step(Who.GROUP, 20), step(Who.LEAD, 30));
  private static final List<Step> P4 = List.of(step(Who.GROUP, 0), step(Who.LEAD, 120));

  /// Given back twice: the lead decides.
  static final List<Step> GIVEN_BACK = List.of(step(Who.LEAD, 0));

  private Steps() {}

  /// Whom a step asks.
  enum Who {
    PERSON,
    PAIR,
    GROUP,
    LEAD,
    EVERYBODY,
    MANAGER,
    DIRECTOR
  }

  record Step(Who who, Duration after) {}

  private static Step step(Who who, int minutes) {
    return new Step(who, Duration.ofMinutes(minutes));
  }

  static List<Step> of(Priority priority) {
    return switch (priority) {
      case P1 -> P1;
      case P2 -> P2;
      case P3 -> P3;
      case P4 -> P4;
    };
  }
}
