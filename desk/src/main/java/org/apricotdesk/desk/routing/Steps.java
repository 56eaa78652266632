package org.apricotdesk.desk.routing;

import java.time.Duration;
import java.util.List;
import org.apricotdesk.desk.target.Priority;

/// The ladders unclaimed work climbs, as data: after how long whom to ask.
enum Steps {
  P1(step(Who.EVERYBODY, 0), step(Who.MANAGER, 5), step(Who.DIRECTOR, 10)),
  P2(
      step(Who.PERSON, 0),
      step(Who.PAIR, 2),
      step(Who.GROUP, 4),
      step(Who.LEAD, 7),
      step(Who.MANAGER, 20)),
  P3(
      step(Who.PERSON, 0),
      step(Who.PAIR, 10),
      step(Who.GROUP, 20),
      step(Who.LEAD, 30)),
  P4(step(Who.GROUP, 0), step(Who.LEAD, 120)),
  /// Given back twice: the lead decides.
  GIVEN_BACK(step(Who.LEAD, 0));

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

  private final List<Step> steps;

  Steps(Step... steps) {
    this.steps = List.of(steps);
  }

  private static Step step(Who who, int minutes) {
    return new Step(who, Duration.ofMinutes(minutes));
  }

  List<Step> steps() {
    return steps;
  }

  static Steps of(Priority priority) {
    return valueOf(priority.name());
  }
}
