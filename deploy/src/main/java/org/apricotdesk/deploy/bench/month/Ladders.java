package org.apricotdesk.deploy.bench.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether unclaimed work climbed its ladder when it should: each rung at its time, and none left
/// out while nobody had it. The times are those of the handbook, in minutes since it was nobody's.
final class Ladders {
  private static final Map<String, int[]> RUNGS =
      Map.of(
          "P1", new int[] {0, 5, 10},
          "P2", new int[] {0, 2, 4, 7, 20},
          "P3", new int[] {0, 10, 20, 30},
          "P4", new int[] {0, 120});
  private static final int[] GIVEN_BACK = {0};
  private static final Set<String> NOBODYS = Set.of("new");

  private final Hours hours;
  private final List<String> wrong = new ArrayList<>();
  private int rungs;

  Ladders(Hours hours) {
    this.hours = hours;
  }

  /// @param until how far the month went
  void look(List<World.Happening> events, long until) {
    if (events.stream().anyMatch(one -> one.type().equals("priority_changed"))) return;
    var priority = events.getFirst().payload().getString("priority");
    var since = events.getFirst().at().getEpochSecond();
    var climbed = new ArrayList<Long>();
    var released = 0;
    var state = "new";
    for (var event : events) {
      var at = event.at().getEpochSecond();
      if (event.type().equals("escalated")) climbed.add(at);
      var next = event.payload().getString("after");
      if (NOBODYS.contains(state) && !NOBODYS.contains(next)) {
        compare(event.key(), priority, released, since, at, climbed);
        climbed.clear();
      }
      if (event.type().equals("released")) released++;
      if (!NOBODYS.contains(state) && NOBODYS.contains(next)) since = at;
      state = next;
    }
    if (NOBODYS.contains(state))
      compare(events.getFirst().key(), priority, released, since, until, climbed);
  }

  private void compare(
      String ticket, String priority, int released, long since, long left, List<Long> climbed) {
    var expected = new ArrayList<Long>();
    for (var minutes : released >= 2 ? GIVEN_BACK : RUNGS.getOrDefault(priority, GIVEN_BACK)) {
      var at = hours.after(since, minutes * 60L, !priority.equals("P4"));
      if (at < left || at == since) expected.add(at);
    }
    rungs += climbed.size();
    var same = climbed.size() > expected.size() ? climbed.subList(0, expected.size()) : climbed;
    if (!same.equals(expected)) wrong.add("#" + ticket + " " + climbed + ", not " + expected);
  }

  int rungs() {
    return rungs;
  }

  List<String> wrong() {
    return wrong;
  }
}
