package org.apricotdesk.bot.understanding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Trains a [LinearModel]: softmax regression by AdaGrad, in a fixed order, so that the same texts
/// give the same weights.
final class Trainer {
  private static final int ROUNDS = 25;
  private static final double RATE = 0.5;
  private static final double SHRINK = 1e-4;
  private static final double LEAST = 1e-3;
  private static final double SMALLEST = 0.2;
  private static final double MARK = Double.parseDouble(System.getProperty("mark", "2"));
  private static final long ORDER = 7;

  /// One text, its label and how much it counts.
  record Example(String text, String label, double weight) {}

  private final List<String> labels;
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final List<String> grams = new ArrayList<>();
  private final List<Float> rarity = new ArrayList<>();
  private float[][] weights = {};
  private float[][] squares = {};
  private final float[] bias;
  private final float[] biasSquares;

  private Trainer(List<Example> examples) {
    labels = examples.stream().map(Example::label).distinct().sorted().toList();
    bias = new float[labels.size()];
    biasSquares = new float[labels.size()];
  }

  static LinearModel train(List<Example> examples) {
    var trainer = new Trainer(examples);
    trainer.learnRarity(examples);
    var vectors = examples.stream().map(trainer::vector).toList();
    var order = new ArrayList<>(vectors);
    var random = new Random(ORDER);
    for (var round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      order.forEach(trainer::learn);
    }
    return trainer.model();
  }

  private void learnRarity(List<Example> examples) {
    var counts = new HashMap<String, Integer>();
    examples.forEach(e -> Grams.of(e.text()).forEach(gram -> counts.merge(gram, 1, Integer::sum)));
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              vocabulary.put(entry.getKey(), grams.size());
              grams.add(entry.getKey());
              var importance =
                  KindFeatures.isMark(entry.getKey())
                      ? MARK
                      : entry.getKey().length() == 1 ? 0.5 : 1;
              rarity.add(
                  (float) (Math.log(1 + examples.size() / (double) entry.getValue()) * importance));
            });
    weights = new float[grams.size()][labels.size()];
    squares = new float[grams.size()][labels.size()];
  }

  private static final class Vector {
    final int[] grams;
    final float[] values;
    final int label;
    final double weight;

    Vector(int[] grams, float[] values, int label, double weight) {
      this.grams = grams;
      this.values = values;
      this.label = label;
      this.weight = weight;
    }
  }

  private Vector vector(Example example) {
    var indices = Grams.of(example.text()).stream().mapToInt(vocabulary::get).toArray();
    var rarities = new double[indices.length];
    for (var i = 0; i < indices.length; i++) {
      rarities[i] = rarity.get(indices[i]);
    }
    var norm = LinearModel.norm(rarities);
    var values = new float[indices.length];
    for (var i = 0; i < indices.length; i++) {
      values[i] = (float) (rarities[i] / norm);
    }
    return new Vector(indices, values, labels.indexOf(example.label()), example.weight());
  }

  private void learn(Vector vector) {
    var probabilities = probabilities(vector);
    for (var label = 0; label < bias.length; label++) {
      var error = (probabilities[label] - (label == vector.label ? 1 : 0)) * vector.weight;
      if (Math.abs(error) < LEAST) {
        continue;
      }
      for (var i = 0; i < vector.grams.length; i++) {
        var row = weights[vector.grams[i]];
        var square = squares[vector.grams[i]];
        var gradient = error * vector.values[i] + SHRINK * row[label];
        square[label] += (float) (gradient * gradient);
        row[label] -= (float) (RATE * gradient / Math.sqrt(square[label] + 1e-2));
      }
      biasSquares[label] += (float) (error * error);
      bias[label] -= (float) (0.1 * error / Math.sqrt(biasSquares[label] + 1e-4));
    }
  }

  private double[] probabilities(Vector vector) {
    var scores = new double[bias.length];
    for (var label = 0; label < bias.length; label++) {
      scores[label] = bias[label];
    }
    for (var i = 0; i < vector.grams.length; i++) {
      var row = weights[vector.grams[i]];
      for (var label = 0; label < bias.length; label++) {
        scores[label] += row[label] * vector.values[i];
      }
    }
    var most = Double.NEGATIVE_INFINITY;
    for (var score : scores) {
      most = Math.max(most, score);
    }
    var sum = 0.0;
    for (var label = 0; label < scores.length; label++) {
      scores[label] = Math.exp(scores[label] - most);
      sum += scores[label];
    }
    for (var label = 0; label < scores.length; label++) {
      scores[label] /= sum;
    }
    return scores;
  }

  /// Rounded to bytes; what rounds to nothing is left out.
  private LinearModel model() {
    var rows = new HashMap<String, LinearModel.Row>();
    for (var gram = 0; gram < grams.size(); gram++) {
      var kept = new ArrayList<Integer>();
      for (var label = 0; label < bias.length; label++) {
        if (rounded(weights[gram][label]) != 0) {
          kept.add(label);
        }
      }
      var row = weights[gram];
      var labelsOfRow = new short[kept.size()];
      var weightsOfRow = new byte[kept.size()];
      for (var i = 0; i < kept.size(); i++) {
        labelsOfRow[i] = (short) (int) kept.get(i);
        weightsOfRow[i] = rounded(row[kept.get(i)]);
      }
      rows.put(grams.get(gram), new LinearModel.Row(rarity.get(gram), labelsOfRow, weightsOfRow));
    }
    return new LinearModel(labels, bias, rows);
  }

  private static byte rounded(float weight) {
    return Math.abs(weight) < SMALLEST
        ? 0
        : (byte) Math.clamp(Math.round(weight / LinearModel.STEP), -127, 127);
  }
}
