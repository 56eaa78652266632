package org.apricotdesk.desk.suggestion;

import static org.apricotdesk.desk.suggestion.Stage.ACCEPTANCE;
import static org.apricotdesk.desk.suggestion.Stage.APPROVED;
import static org.apricotdesk.desk.suggestion.Stage.DEVELOPING;
import static org.apricotdesk.desk.suggestion.Stage.FAILED;
import static org.apricotdesk.desk.suggestion.Stage.PILOTING;
import static org.apricotdesk.desk.suggestion.Stage.PROTOTYPING;
import static org.apricotdesk.desk.suggestion.Stage.ROLLING_OUT;
import static org.apricotdesk.desk.suggestion.Stage.TRIAL;

import java.util.List;
import java.util.Set;

/// The way from approval to acceptance, step by step.
final class Path {
  private static final List<Stage> STEPS =
      List.of(APPROVED, PROTOTYPING, TRIAL, DEVELOPING, PILOTING, ROLLING_OUT, ACCEPTANCE);

  /// What small foundation work may do without, with a reason.
  private static final Set<Stage> OPTIONAL = Set.of(PROTOTYPING, TRIAL);

  private Path() {}

  /// Whether this leads forward at all; what failed goes back to development.
  static boolean leads(Stage from, Stage to) {
    if (from == FAILED) return to == DEVELOPING;
    return STEPS.contains(from) && STEPS.indexOf(to) > STEPS.indexOf(from);
  }

  /// The steps left out on the way.
  static List<Stage> skipped(Stage from, Stage to) {
    if (from == FAILED) return List.of();
    return STEPS.subList(STEPS.indexOf(from) + 1, STEPS.indexOf(to));
  }

  static boolean maySkip(List<Stage> steps, Layer layer) {
    return steps.isEmpty() || (layer == Layer.FOUNDATION && OPTIONAL.containsAll(steps));
  }

  /// Where it may go from here; the next step first.
  static List<Stage> from(Stage stage) {
    if (stage == FAILED) return List.of(DEVELOPING);
    return STEPS.contains(stage)
        ? STEPS.subList(STEPS.indexOf(stage) + 1, STEPS.size())
        : List.of();
  }
}
