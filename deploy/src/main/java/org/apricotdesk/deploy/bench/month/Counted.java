package org.apricotdesk.deploy.bench.month;

import java.util.ArrayList;
import java.util.List;

/// One promise of a ticket, counted stretch by stretch. Written apart from the desk's own clock, so
/// that the two can be compared.
final class Counted {
  private static final long NEVER = -1;

  /// Some time in one state.
  private record Stretch(String state, long from, long to) {}

  private final Hours hours;
  private final boolean answer;
  private final List<Stretch> stretches = new ArrayList<>();
  private Terms terms;
  private long budget;
  private long used;
  private long ranOut = NEVER;

  /// @param answer whether it is the promise of an answer rather than of a repair
  Counted(Hours hours, Terms terms, boolean answer) {
    this.hours = hours;
    this.terms = terms;
    this.answer = answer;
    budget = target(terms);
  }

  private long target(Terms of) {
    return answer ? of.answerSeconds() : of.repairSeconds();
  }

  private boolean always(Terms of) {
    return answer ? of.answerAlways() : of.repairAlways();
  }

  private boolean runs(String state) {
    var severe = terms.priority().equals("P1") || terms.priority().equals("P2");
    return switch (state) {
      case "new", "assigned", "in_progress" -> true;
      case "pending_user" -> answer || terms.priority().equals("P1");
      case "pending_vendor", "scheduled" -> answer || severe;
      case "pending_approval" -> answer;
      default -> false;
    };
  }

  void pass(String state, long from, long to) {
    stretches.add(new Stretch(state, from, to));
    count(state, from, to);
  }

  private void count(String state, long from, long to) {
    if (!runs(state)) return;
    var counted = hours.between(from, to, always(terms));
    if (ranOut == NEVER && used + counted > budget)
      ranOut = hours.after(from, budget - used, always(terms));
    used += counted;
  }

  /// More urgent counts from now, the earlier of both ends holds; less urgent counts anew from the
  /// beginning. What was late stays late.
  void change(Terms next, long now) {
    if (next.isTighterThan(terms)) {
      if (ranOut == NEVER) {
        var old = hours.after(now, Math.max(0, budget - used), always(terms));
        var fresh = hours.after(now, target(next), always(next));
        budget = used + hours.between(now, Math.min(old, fresh), always(next));
      }
      terms = next;
      return;
    }
    terms = next;
    budget = target(next);
    used = 0;
    var early = ranOut;
    ranOut = NEVER;
    for (var one : stretches) count(one.state(), one.from(), one.to());
    if (early != NEVER) ranOut = early;
  }

  /// A request counts from its approval.
  void restart() {
    stretches.clear();
    used = 0;
    budget = target(terms);
    ranOut = NEVER;
  }

  long used() {
    return used;
  }

  boolean late() {
    return ranOut != NEVER;
  }

  /// When the time was over; only if it is late.
  long ranOut() {
    return ranOut;
  }
}
