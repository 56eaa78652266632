package org.apricotdesk.knowledge.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The second step of ranking: the best by the first step are compared with the question word by
/// word and ranked anew among themselves.
public final class CloserLook {
  private static final int MOST = 20;

  private CloserLook() {}

  /// Places by score, the best first.
  public static List<Integer> order(float[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .toList();
  }

  /// The places to look at closely, the best first.
  public static List<Integer> best(float[] scores) {
    return first(order(scores), MOST);
  }

  static List<Integer> first(List<Integer> places, int most) {
    return places.subList(0, Math.min(most, places.size()));
  }

  /// The scores of both steps: those looked at have what they got then, all others stay behind.
  ///
  /// @param closely one a place of [#best], in that order
  public static float[] scores(float[] first, float[] closely) {
    if (closely.length == 0) return first;
    var best = best(first);
    float lowest = Float.POSITIVE_INFINITY;
    for (float one : closely) lowest = Math.min(lowest, one);
    float behind = first[best.getLast()] - lowest;
    var out = new float[first.length];
    for (int i = 0; i < out.length; i++) out[i] = first[i] - behind;
    for (int i = 0; i < closely.length; i++) out[best.get(i)] = closely[i];
    return out;
  }
}
