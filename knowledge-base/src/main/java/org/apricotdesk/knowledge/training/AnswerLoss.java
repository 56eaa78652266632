package org.apricotdesk.knowledge.training;

import java.util.Arrays;
import java.util.List;

/// How surprised a confidence is by whether there was an answer.
///
/// @param impressions one row a question, its last number 1 for the bias
/// @param truths 1 if the question has an answer
/// @param shares how much each question counts
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
record AnswerLoss(List<double[]> impressions, double[] truths, double[] shares)
    implements Minimum.Objective {
  private static final double RESTRAINT = 0.01;

  @Override
  public double at(double[] weights, double[] slope) {
    Arrays.fill(slope, 0);
    double value = 0;
    for (int i = 0; i < truths.length; i++) {
      var row = impressions.get(i);
      double given = probability(row, weights);
      double likely = truths[i] > 0 ? given : 1 - given;
      value -= shares[i] * Math.log(likely + 1e-300);
      for (int j = 0; j < row.length; j++) slope[j] += shares[i] * (given - truths[i]) * row[j];
    }
    for (int i = 0; i + 1 < weights.length; i++) {
      value += RESTRAINT / 2 * weights[i] * weights[i];
      slope[i] += RESTRAINT * weights[i];
    }
    return value;
  }

  static double probability(double[] row, double[] weights) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) sum += row[i] * weights[i];
    return 1 / (1 + Math.exp(-sum));
  }
}
