package org.apricotdesk.desk.target;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One version of what the desk promises: by priority, and where something else is promised, by
/// category and place.
///
/// @param version counts from 1; a ticket keeps the version it was created under
/// @param special what else is promised where; of those that fit the last one counts
/// @param requests by when service requests are fulfilled, in working time from their approval, by
///     category of any level; of those that fit the closest one counts
public record Targets(
    int version, Map<Priority, Goal> goals, List<Special> special, Map<String, Duration> requests) {
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

  /// Something else for some of the work.
  ///
  /// @param category a code of any level, for everything below it; empty for all
  /// @param place a campus, or `critical` for where care cannot wait; empty for everywhere
  public record Special(String category, String place, Priority priority, Goal goal) {
    public static final String CRITICAL = "critical";

    boolean fits(String code, String campus, boolean critical) {
      var kind = category.isEmpty() || code.equals(category) || code.startsWith(category + ".");
      var here = place.isEmpty() || place.equals(campus) || (critical && place.equals(CRITICAL));
      return kind && here;
    }
  }

  public Targets {
    goals = Map.copyOf(goals);
    special = List.copyOf(special);
    requests = Map.copyOf(requests);
    for (var priority : Priority.values())
      if (!goals.containsKey(priority))
        throw new IllegalArgumentException("no goal for " + priority);
  }

  public Goal goal(Priority priority) {
    var goal = goals.get(priority);
    if (goal == null) throw new IllegalStateException("no goal for " + priority);
    return goal;
  }

  /// What is promised for one kind of work in one place.
  public Targets of(String category, String campus, boolean critical) {
    var there = new EnumMap<>(goals);
    for (var one : special)
      if (one.fits(category, campus, critical)) there.put(one.priority(), one.goal());
    return new Targets(version, there, List.of(), requests);
  }

  /// By when a service request of that category is fulfilled; empty where its priority says so.
  public Optional<Duration> fulfilment(String category) {
    for (var code = category; !code.isEmpty(); code = above(code)) {
      var within = Optional.ofNullable(requests.get(code));
      if (within.isPresent()) return within;
    }
    return Optional.empty();
  }

  private static String above(String code) {
    return code.substring(0, Math.max(0, code.lastIndexOf('.')));
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
    return new Targets(1, goals, List.of(), fulfilments());
  }

  /// Domain §4.3.
  private static Map<String, Duration> fulfilments() {
    var halfDay = Duration.ofHours(4);
    var day = Duration.ofHours(8);
    return Map.ofEntries(
        Map.entry("account.lifecycle.onboard", day),
        Map.entry("account.lifecycle.offboard", day),
        Map.entry("account.permission.department", halfDay),
        Map.entry("account.permission.role", day),
        Map.entry("data.extract.adhoc", day.multipliedBy(3)),
        Map.entry("data.extract.research", day.multipliedBy(10)),
        Map.entry("data.fix.correction", day),
        Map.entry("dictionary.diagnosis.icd", day),
        Map.entry("dictionary.drug.maintain", day),
        Map.entry("dictionary.item.bundle", day),
        Map.entry("emr.quality.archive", halfDay),
        Map.entry("network.internet.access", day),
        Map.entry("network.wired.newpoint", day.multipliedBy(10)),
        Map.entry("security.endpoint.usb", day),
        Map.entry("website.portal.publish", day),
        Map.entry("workstation.move.install", day.multipliedBy(2)),
        Map.entry("workstation.pc.software", day));
  }

  /// What something is promised for that the hospital does not have, in words for who wrote it.
  /// Requests that are built in may stand in any version, whatever the hospital has of them.
  public List<String> unknown(Known known) {
    var elsewhere =
        special.stream()
            .filter(one -> !known.has(one))
            .map(one -> (one.category() + " " + one.place()).strip());
    var wanted =
        requests.keySet().stream()
            .filter(code -> !known.category().test(code))
            .filter(code -> !STANDARD.requests().containsKey(code))
            .sorted();
    return Stream.concat(elsewhere, wanted).toList();
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
