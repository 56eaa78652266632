package org.apricotdesk.knowledge.training;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How good ranked questions are, and where to keep silent.
final class Figures {
  private static final double AS_GOOD = 0.003;
  private static final double TRUSTED = 0.95;
  private static final int STEPS = 1000;

  private final List<Ranked> questions;
  private final double[] sure;
  private final boolean[] answerable;
  private final boolean[] right;

  /// @param sure for each question the confidence, from a model that never saw it
  Figures(List<Ranked> questions, double[] sure) {
    this.questions = questions;
    this.sure = sure;
    this.answerable = new boolean[sure.length];
    this.right = new boolean[sure.length];
    for (int i = 0; i < sure.length; i++) {
      answerable[i] = questions.get(i).lesson().hasAnswer();
      right[i] = questions.get(i).isRight(1);
    }
  }

  double gain() {
    return mean(only(i -> answerable[i]).mapToDouble(i -> questions.get(i).gain()));
  }

  double right(int first) {
    return share(i -> answerable[i], i -> questions.get(i).isRight(first));
  }

  /// How likely a question with an answer has the higher confidence than one without.
  double separation() {
    var with = only(i -> answerable[i]).mapToDouble(i -> sure[i]).toArray();
    var without = only(i -> !answerable[i]).mapToDouble(i -> sure[i]).toArray();
    double wins = 0;
    for (double a : with) for (double b : without) wins += a > b ? 1 : a == b ? 0.5 : 0;
    return wins / Math.max(1, with.length * (double) without.length);
  }

  /// The share of questions that are handled right, each by the threshold of the other folds.
  double decisions() {
    var thresholds = IntStream.range(0, Lesson.FOLDS).mapToDouble(this::best).toArray();
    return share(_ -> true, i -> isHandled(i, thresholds[fold(i)]));
  }

  private double best(int withoutFold) {
    var handled = handled(i -> fold(i) != withoutFold);
    int best = 0;
    for (int i = 0; i < handled.length; i++) if (handled[i] > handled[best]) best = i;
    return best / (double) STEPS;
  }

  /// The middle of the thresholds that are about as good as the best one.
  double possible() {
    var handled = handled(_ -> true);
    double most = DoubleStream.of(handled).max().orElse(0);
    return IntStream.rangeClosed(0, STEPS)
            .filter(step -> handled[step] >= most - AS_GOOD)
            .average()
            .orElse(0)
        / STEPS;
  }

  /// The lowest confidence from which first answers can be trusted.
  double trusted() {
    for (int step = (int) Math.ceil(possible() * STEPS); step < STEPS; step++) {
      double threshold = step / (double) STEPS;
      if (share(i -> sure[i] >= threshold, i -> right[i]) >= TRUSTED) return threshold;
    }
    return 1;
  }

  /// For each threshold the share of questions it handles right.
  private double[] handled(IntPredicate counted) {
    return IntStream.rangeClosed(0, STEPS)
        .mapToDouble(step -> share(counted, i -> isHandled(i, step / (double) STEPS)))
        .toArray();
  }

  private boolean isHandled(int i, double threshold) {
    return sure[i] >= threshold ? right[i] : !answerable[i];
  }

  private int fold(int i) {
    return questions.get(i).lesson().fold();
  }

  private IntStream only(IntPredicate which) {
    return IntStream.range(0, sure.length).filter(which);
  }

  private double share(IntPredicate of, IntPredicate which) {
    return mean(only(of).mapToDouble(i -> which.test(i) ? 1 : 0));
  }

  private static double mean(DoubleStream numbers) {
    return numbers.average().orElse(0);
  }
}
