package org.apricotdesk.desk.target;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// One version of what the desk promises, by priority.
///
/// @param version counts from 1; a ticket keeps the version it was created under
public record Targets(int version, Map<Priority, Goal> goals) {
  public static final Targets STANDARD = standard();

  /// @param handsOn by when somebody works on the thing itself; empty: by appointment
  /// @param update how often people hear news; empty: whenever the state changes
  public record Goal(
      Duration response, Optional<Duration> handsOn, Optional<Duration> update, Duration restore) {
    public Goal {
      if (response.isNegative() || response.isZero() || restore.compareTo(response) < 0)
        throw new IllegalArgumentException("restore within " + restore + ", answer " + response);
    }
  }

  public Targets {
    goals = Map.copyOf(goals);
    for (var priority : Priority.values())
      if (!goals.containsKey(priority))
        throw new IllegalArgumentException("no goal for " + priority);
  }

  public Goal goal(Priority priority) {
    var goal = goals.get(priority);
    if (goal == null) throw new IllegalStateException("no goal for " + priority);
    return goal;
  }

  /// What is promised for one ticket.
  ///
  /// @param aroundTheClock whether its category is served day and night
  /// @param critical whether it happened in a place where care cannot wait
  public Terms terms(
      Priority priority, boolean aroundTheClock, boolean critical, BusinessCalendar calendar) {
    var goal = goal(priority);
    var always = Hours.AROUND_THE_CLOCK;
    return switch (priority) {
      case P1 -> new Terms(version, priority, goal, always, always);
      case P2 -> {
        var hours = aroundTheClock || critical ? always : calendar;
        yield new Terms(version, priority, goal, hours, hours);
      }
      case P3 -> new Terms(version, priority, goal, aroundTheClock ? always : calendar, calendar);
      case P4 -> new Terms(version, priority, goal, calendar, calendar);
    };
  }

  private static Targets standard() {
    var goals = new EnumMap<Priority, Goal>(Priority.class);
    goals.put(Priority.P1, goal(5, Optional.of(10), Optional.of(15), 60));
    goals.put(Priority.P2, goal(10, Optional.of(30), Optional.of(60), 240));
    goals.put(Priority.P3, goal(30, Optional.of(120), Optional.empty(), 480));
    goals.put(Priority.P4, goal(240, Optional.empty(), Optional.empty(), 2400));
    return new Targets(1, goals);
  }

  private static Goal goal(
      int response, Optional<Integer> handsOn, Optional<Integer> update, int restore) {
    return new Goal(
        Duration.ofMinutes(response),
        handsOn.map(Duration::ofMinutes),
        update.map(Duration::ofMinutes),
        Duration.ofMinutes(restore));
  }
}
