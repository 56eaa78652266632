package org.apricotdesk.knowledge.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apricotdesk.knowledge.answer.Impression;

/// Learns from ranked questions how sure an answer is.
///
/// @param names what the weights weigh; the last weight is the bias
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
record Confidences(List<String> names, double[] weights) {
  private static final int MOST_STEPS = 400;

  /// @param sets each counts alike
  static Confidences learn(List<List<Ranked>> sets) {
    var names = List.copyOf(Impression.of(sets.getFirst().getFirst().result()).keySet());
    var rows = new ArrayList<double[]>();
    var truths = new ArrayList<Double>();
    var shares = new ArrayList<Double>();
    for (var set : sets) {
      for (var one : set) {
        rows.add(row(one, names));
        truths.add(one.lesson().hasAnswer() ? 1.0 : 0.0);
        shares.add(1.0 / sets.size() / set.size());
      }
    }
    var spread = Spread.of(rows);
    var standing = rows.stream().map(spread::standing).toList();
    var loss = new AnswerLoss(standing, numbers(truths), numbers(shares));
    var weights = Minimum.of(loss, names.size() + 1, MOST_STEPS);
    return new Confidences(names, spread.plain(weights));
  }

  double of(Ranked one) {
    return AnswerLoss.probability(row(one, names), weights);
  }

  Map<String, Double> named() {
    var out = new LinkedHashMap<String, Double>();
    out.put("bias", weights[names.size()]);
    IntStream.range(0, names.size()).forEach(i -> out.put(names.get(i), weights[i]));
    return out;
  }

  private static double[] row(Ranked one, List<String> names) {
    var impression = Impression.of(one.result());
    var out = new double[names.size() + 1];
    for (int i = 0; i < names.size(); i++) out[i] = impression.getOrDefault(names.get(i), 0f);
    out[names.size()] = 1;
    return out;
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
