package org.apricotdesk.knowledge.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How surprised a ranking is by the right answers: each question's candidates share a probability
/// of one by their scores. Every set counts alike, however many questions it has.
final class RankingLoss implements Minimum.Objective {
  private final List<List<Lesson>> sets;
  private final double restraint;

  /// @param restraint how much large weights are held against them
  RankingLoss(List<List<Lesson>> sets, double restraint) {
    this.sets = sets;
    this.restraint = restraint;
  }

  @Override
  public double at(double[] weights, double[] slope) {
    Arrays.fill(slope, 0);
    double value = 0;
    for (var set : sets) value += add(set, weights, slope, 1.0 / sets.size() / set.size());
    for (int i = 0; i < weights.length; i++) {
      value += restraint / 2 * weights[i] * weights[i];
      slope[i] += restraint * weights[i];
    }
    return value;
  }

  private static double add(List<Lesson> set, double[] weights, double[] slope, double share) {
    var results =
        IntStream.range(0, set.size()).parallel().mapToObj(i -> of(set.get(i), weights)).toList();
    double value = 0;
    for (var one : results) {
      value += share * one[weights.length];
      for (int i = 0; i < weights.length; i++) slope[i] += share * one[i];
    }
    return value;
  }

  /// The derivatives for one question, then its loss.
  private static double[] of(Lesson lesson, double[] weights) {
    var scores = scores(lesson, weights);
    double best = Arrays.stream(scores).max().orElse(0);
    double all = 0;
    for (double score : scores) all += Math.exp(score - best);
    double right = Arrays.stream(lesson.grades()).sum();
    var out = new double[weights.length + 1];
    for (int i = 0; i < scores.length; i++) {
      double wanted = lesson.grades()[i] / right;
      double given = Math.exp(scores[i] - best) / all;
      out[weights.length] -= wanted * Math.log(given + 1e-300);
      var values = lesson.values()[i];
      for (int j = 0; j < weights.length; j++) out[j] += (given - wanted) * values[j];
    }
    return out;
  }

  static double[] scores(Lesson lesson, double[] weights) {
    var out = new double[lesson.values().length];
    for (int i = 0; i < out.length; i++) {
      var values = lesson.values()[i];
      for (int j = 0; j < weights.length; j++) out[i] += weights[j] * values[j];
    }
    return out;
  }
}
