package org.apricotdesk.bot.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apricotdesk.config.time.AdjustableClock;

/// The list of what a service did wrong, and a second one of mere advice: texts the client
/// would clip.
final class Violations {
  /// Codes a faultless service may meet: busy, limits, tokens gone early, people gone, codes
  /// used in a race.
  private static final Set<Integer> NOBODYS_FAULT =
      Set.of(
          -1, 6000, 40014, 42001, 45009, 45033, 60020, 50003, 60140, 81013, 40029, 42003, 42022,
          60111, 60011, 93000, 846605, 846607, 853000);

  private final AdjustableClock clock;
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  Violations(AdjustableClock clock) {
    this.clock = clock;
  }

  void add(String rule, String detail) {
    violations.add(new Violation(clock.instant(), rule, detail));
  }

  void refused(String call, Refusal refusal) {
    if (!NOBODYS_FAULT.contains(refusal.code())) {
      add(call + " " + refusal.code(), refusal.why());
    }
  }

  void advise(String text) {
    advice.add(text);
  }

  List<Violation> list() {
    return List.copyOf(violations);
  }

  List<String> advice() {
    return List.copyOf(advice);
  }

  void clear() {
    violations.clear();
    advice.clear();
  }
}
