package org.apricotdesk.knowledge.training;

import java.util.List;

/// What both steps of the ranking weigh their signals with.
///
/// @param first one a signal, for all candidates
/// @param closer one a signal of the closer look, for the best of them
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
record Weights(double[] first, double[] closer) {
  private static final int MOST_STEPS = 100;

  /// The fewer questions there are to learn from, the more it takes to say something new.
  private static final double RESTRAINT_OF_FEW = 0.05;

  private static final int FEW = 500;
  private static final double RESTRAINT = 0.003;
  private static final double RESTRAINT_CLOSER = 0.01;

  /// Learns the first step, then the second from what the first puts in front.
  ///
  /// @param sets each counts alike
  static Weights learn(List<List<Lesson>> sets) {
    boolean few = sets.stream().mapToInt(List::size).sum() < FEW;
    var first = minimum(sets, few ? RESTRAINT_OF_FEW : RESTRAINT);
    var near =
        sets.stream()
            .map(set -> set.stream().map(one -> one.closer(scores(one, first))).toList())
            .toList();
    return new Weights(first, minimum(near, few ? RESTRAINT_OF_FEW : RESTRAINT_CLOSER));
  }

  private static double[] minimum(List<List<Lesson>> sets, double restraint) {
    var telling =
        sets.stream().map(set -> set.stream().filter(Lesson::showsAnAnswer).toList()).toList();
    int size = sets.getFirst().getFirst().result().signals().names().size();
    return Minimum.of(new RankingLoss(telling, restraint), size, MOST_STEPS);
  }

  float[] first(Lesson lesson) {
    return scores(lesson, first);
  }

  float[] closer(Lesson near) {
    return scores(near, closer);
  }

  private static float[] scores(Lesson lesson, double[] weights) {
    var exact = RankingLoss.scores(lesson, weights);
    var out = new float[exact.length];
    for (int i = 0; i < out.length; i++) out[i] = (float) exact[i];
    return out;
  }
}
