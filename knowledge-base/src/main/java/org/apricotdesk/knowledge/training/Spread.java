package org.apricotdesk.knowledge.training;

import java.util.List;

/// Where the columns of a table lie and how far they spread, so that weights can be learned on a
/// common scale and then be said for the columns as they are. The last column, always 1, stays.
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
record Spread(double[] mean, double[] deviation) {
  private static final double LEAST = 1e-6;

  static Spread of(List<double[]> rows) {
    int size = rows.getFirst().length - 1;
    var mean = new double[size];
    var deviation = new double[size];
    for (var row : rows) for (int j = 0; j < size; j++) mean[j] += row[j] / rows.size();
    for (var row : rows) {
      for (int j = 0; j < size; j++) {
        deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / rows.size();
      }
    }
    for (int j = 0; j < size; j++) deviation[j] = Math.sqrt(deviation[j]) + LEAST;
    return new Spread(mean, deviation);
  }

  /// In deviations from the mean.
  double[] standing(double[] row) {
    var out = row.clone();
    for (int j = 0; j < mean.length; j++) out[j] = (row[j] - mean[j]) / deviation[j];
    return out;
  }

  /// Weights for the columns as they are, from weights for their standing.
  double[] plain(double[] weights) {
    var out = weights.clone();
    int bias = mean.length;
    for (int j = 0; j < bias; j++) {
      out[j] = weights[j] / deviation[j];
      out[bias] -= out[j] * mean[j];
    }
    return out;
  }
}
