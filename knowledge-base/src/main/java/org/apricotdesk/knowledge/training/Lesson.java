package org.apricotdesk.knowledge.training;

import java.util.stream.IntStream;
import org.apricotdesk.knowledge.search.CloserLook;
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
    var grades = new double[result.found().size()];
    for (int i = 0; i < grades.length; i++) {
      grades[i] = question.answers().getOrDefault(result.found().get(i).id(), 0.0);
    }
    var best = question.answers().values().stream().mapToDouble(Double::doubleValue).sorted();
    return new Lesson(
        fold(question), result, values(result), grades, gain(reversed(best.toArray())));
  }

  /// What there is to learn from a closer look at the candidates that are best by these scores.
  Lesson closer(float[] scores) {
    var best = CloserLook.best(scores);
    var places = best.stream().map(result.order()::get).toList();
    var first = new float[result.signals().size()];
    for (int i = 0; i < scores.length; i++) first[result.order().get(i)] = scores[i];
    var found = best.stream().map(result.found()::get).toList();
    var order = IntStream.range(0, best.size()).boxed().toList();
    var signals = result.signals().closer(places, first);
    var near = new SearchResult(result.genre(), result.question(), found, order, signals);
    return new Lesson(
        fold, near, values(near), best.stream().mapToDouble(i -> grades[i]).toArray(), ideal);
  }

  private static float[][] values(SearchResult result) {
    var names = result.signals().names();
    var out = new float[result.found().size()][names.size()];
    for (int n = 0; n < names.size(); n++) {
      var signal = result.signals().of(names.get(n));
      for (int i = 0; i < out.length; i++) out[i][n] = signal[result.order().get(i)];
    }
    return out;
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
