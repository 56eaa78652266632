package org.apricotdesk.desk.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.desk.dashboard.DashboardPage.Share;
import org.apricotdesk.desk.web.Speech;

/// On whom tickets waited: us, the reporter, a vendor, others; nights and weekends apart.
final class Waiting {
  private static final Map<String, List<String>> SIDES = sides();

  private final FigureWords words;
  private final Speech speech;

  Waiting(FigureWords words, Speech speech) {
    this.words = words;
    this.speech = speech;
  }

  private static Map<String, List<String>> sides() {
    var sides = new LinkedHashMap<String, List<String>>();
    sides.put("unclaimed", List.of("desk"));
    sides.put("engineer", List.of("engineer"));
    sides.put("user", List.of("user", "appointment", "approver"));
    sides.put("vendor", List.of("vendor"));
    sides.put("outside", List.of("outside_hours"));
    return sides;
  }

  List<Share> of(Map<String, Long> seconds) {
    var sums = new LinkedHashMap<String, Long>();
    SIDES.forEach(
        (side, owners) ->
            sums.put(side, owners.stream().mapToLong(one -> seconds.getOrDefault(one, 0L)).sum()));
    var all = sums.values().stream().mapToLong(Long::longValue).sum();
    return all == 0 ? List.of() : shares(sums, all);
  }

  /// Each as much per cent as it brings the sum forward, rounded: together they are a hundred.
  private List<Share> shares(Map<String, Long> sums, long all) {
    var shares = new ArrayList<Share>();
    var before = 0L;
    for (var side : sums.entrySet()) {
      var after = before + side.getValue();
      shares.add(
          new Share(
              speech.say("waiting." + side.getKey()),
              words.hours(side.getValue()),
              Math.round(100.0 * after / all) - Math.round(100.0 * before / all),
              "own-" + side.getKey()));
      before = after;
    }
    return shares;
  }
}
