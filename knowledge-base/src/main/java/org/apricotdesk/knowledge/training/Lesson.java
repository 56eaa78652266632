package org.apricotdesk.knowledge.training;

import org.apricotdesk.knowledge.search.SearchResult;

/// A judged question with its candidates: what speaks for each, and how well each answers.
///
/// @param fold questions answered by one article are all in one fold
/// @param values one row a candidate, one number a signal
/// @param grades one a candidate; 0 if it does not answer
/// @param ideal the best discounted gain there could be
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
record Lesson(int fold, SearchResult result, float[][] values, double[] grades, double ideal) {
  static final int FOLDS = 5;

  static Lesson of(JudgedSet.Judged question, SearchResult result) {
    int size = result.found().size();
    var names = result.signals().names();
    var values = new float[size][names.size()];
    for (int n = 0; n < names.size(); n++) {
      var signal = result.signals().of(names.get(n));
      for (int i = 0; i < size; i++) values[i][n] = signal[result.order().get(i)];
    }
    var grades = new double[size];
    for (int i = 0; i < size; i++) {
      grades[i] = question.answers().getOrDefault(result.found().get(i).id(), 0.0);
    }
    var best = question.answers().values().stream().mapToDouble(Double::doubleValue).sorted();
    return new Lesson(fold(question), result, values, grades, gain(reversed(best.toArray())));
  }

  private static int fold(JudgedSet.Judged question) {
    var key = question.answers().keySet().stream().findFirst().orElse(question.text());
    return Math.floorMod(key.hashCode(), FOLDS);
  }

  boolean hasAnswer() {
    return ideal > 0;
  }

  /// Whether there is anything to learn for the ranking.
  boolean showsAnAnswer() {
    for (double grade : grades) if (grade > 0) return true;
    return false;
  }

  /// The first ten grades, later ones counting less.
  static double gain(double[] grades) {
    double out = 0;
    for (int i = 0; i < Math.min(10, grades.length); i++) {
      out += grades[i] * Math.log(2) / Math.log(i + 2);
    }
    return out;
  }

  private static double[] reversed(double[] ascending) {
    var out = new double[ascending.length];
    for (int i = 0; i < out.length; i++) out[i] = ascending[out.length - 1 - i];
    return out;
  }
}
