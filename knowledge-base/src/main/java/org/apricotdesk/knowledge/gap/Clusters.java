package org.apricotdesk.knowledge.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts texts together whose vectors are close: each joins the closest group, or starts its own.
final class Clusters {
  private static final double CLOSE = 0.62;

  private final List<Group> groups = new ArrayList<>();

  /// The groups' texts, largest group first.
  static List<List<String>> of(List<String> texts, List<float[]> vectors) {
    var clusters = new Clusters();
    for (int i = 0; i < texts.size(); i++) clusters.add(texts.get(i), vectors.get(i));
    return clusters.groups.stream()
        .sorted(Comparator.comparingInt((Group group) -> -group.texts.size()))
        .map(group -> List.copyOf(group.texts))
        .toList();
  }

  private void add(String text, float[] vector) {
    var closest = groups.stream().max(Comparator.comparingDouble(group -> group.closeness(vector)));
    if (closest.isPresent() && closest.get().closeness(vector) >= CLOSE) {
      closest.get().add(text, vector);
    } else {
      var group = new Group(vector.length);
      group.add(text, vector);
      groups.add(group);
    }
  }

  private static final class Group {
    private final List<String> texts = new ArrayList<>();
    private final float[] sum;

    Group(int size) {
      sum = new float[size];
    }

    void add(String text, float[] vector) {
      texts.add(text);
      for (int i = 0; i < sum.length; i++) sum[i] += vector[i];
    }

    double closeness(float[] vector) {
      double product = 0;
      double square = 0;
      for (int i = 0; i < sum.length; i++) {
        product += sum[i] * vector[i];
        square += sum[i] * sum[i];
      }
      return square == 0 ? 0 : product / Math.sqrt(square);
    }
  }
}
