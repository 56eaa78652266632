package org.apricotdesk.bot.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/// Calls that are to fail, in the order planned.
final class PlannedFailures {
  /// Stands for a connection that breaks instead of an answer.
  static final int DROP = Integer.MIN_VALUE;

  private record Planned(String path, int code) {}

  private final Deque<Planned> planned = new ArrayDeque<>();

  synchronized void plan(String path, int code, int times) {
    for (var i = 0; i < times; i++) {
      planned.addLast(new Planned(path, code));
    }
  }

  /// The code planned for that call, which is thereby used; 0 when it may go well.
  synchronized int takeCode(String path) {
    return take(path, false);
  }

  synchronized boolean takeDrop(String path) {
    return take(path, true) == DROP;
  }

  synchronized void clear() {
    planned.clear();
  }

  private int take(String path, boolean drop) {
    for (var plan : planned) {
      if (path.startsWith(plan.path()) && (plan.code() == DROP) == drop) {
        planned.remove(plan);
        return plan.code();
      }
    }
    return 0;
  }
}
