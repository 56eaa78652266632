package org.apricotdesk.knowledge.training;

import java.util.ArrayDeque;

/// Finds where a smooth function is least, by L-BFGS: it learns the curvature from its last steps.
final class Minimum {
  private static final int REMEMBERED = 12;
  private static final int SHORTER = 30;
  private static final double ENOUGH = 1e-4;
  private static final double STILL = 1e-9;

  private Minimum() {}

  /// What is minimised.
  interface Objective {
    /// @param slope receives the derivatives at that point
    /// @return the value at that point
    double at(double[] point, double[] slope);
  }

  @SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
  private record Step(double[] moved, double[] turned, double inverse) {}

  /// @param most steps at most
  static double[] of(Objective objective, int size, int most) {
    var point = new double[size];
    var slope = new double[size];
    double value = objective.at(point, slope);
    var steps = new ArrayDeque<Step>();
    for (int i = 0; i < most; i++) {
      var direction = direction(slope, steps);
      double downhill = product(direction, slope);
      double length = i == 0 ? 1 / Math.max(1, Math.sqrt(product(slope, slope))) : 1;
      var next = new double[size];
      var nextSlope = new double[size];
      double nextValue = value;
      for (int tries = 0; tries < SHORTER; tries++, length /= 2) {
        for (int j = 0; j < size; j++) next[j] = point[j] + length * direction[j];
        nextValue = objective.at(next, nextSlope);
        if (nextValue <= value + ENOUGH * length * downhill) break;
      }
      if (!(nextValue < value)) return point;
      remember(steps, point, next, slope, nextSlope);
      boolean still = value - nextValue < STILL * Math.abs(value);
      point = next;
      slope = nextSlope;
      value = nextValue;
      if (still) return point;
    }
    return point;
  }

  private static void remember(
      ArrayDeque<Step> steps, double[] from, double[] to, double[] before, double[] after) {
    var moved = difference(to, from);
    var turned = difference(after, before);
    double product = product(moved, turned);
    if (product <= 0) return;
    steps.addLast(new Step(moved, turned, 1 / product));
    if (steps.size() > REMEMBERED) steps.removeFirst();
  }

  /// The slope, turned round and bent by what the last steps showed.
  private static double[] direction(double[] slope, ArrayDeque<Step> steps) {
    var out = slope.clone();
    var shares = new ArrayDeque<Double>();
    for (var at = steps.descendingIterator(); at.hasNext(); ) {
      var step = at.next();
      double share = step.inverse() * product(step.moved(), out);
      shares.push(share);
      add(out, step.turned(), -share);
    }
    if (!steps.isEmpty()) {
      var last = steps.getLast();
      double scale = 1 / (last.inverse() * product(last.turned(), last.turned()));
      for (int i = 0; i < out.length; i++) out[i] *= scale;
    }
    for (var step : steps) {
      double share = step.inverse() * product(step.turned(), out);
      add(out, step.moved(), shares.pop() - share);
    }
    for (int i = 0; i < out.length; i++) out[i] = -out[i];
    return out;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) to[i] += times * what[i];
  }

  private static double[] difference(double[] a, double[] b) {
    var out = new double[a.length];
    for (int i = 0; i < a.length; i++) out[i] = a[i] - b[i];
    return out;
  }

  private static double product(double[] a, double[] b) {
    double out = 0;
    for (int i = 0; i < a.length; i++) out += a[i] * b[i];
    return out;
  }
}
