package org.apricotdesk.bot.understanding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A trained linear classifier over [Grams]: weights for each gram and label, nothing else.
///
/// `TrainModels` among the tests makes the weights; the same words give the same answer on every
/// machine.
final class LinearModel {
  /// Weights are kept in a byte each, in steps of this size.
  static final float STEP = 0.05f;

  private final List<String> labels;
  private final float[] bias;
  private final Map<String, Row> rows;

  LinearModel(List<String> labels, float[] bias, Map<String, Row> rows) {
    this.labels = List.copyOf(labels);
    this.bias = bias;
    this.rows = rows;
  }

  /// How common a gram is among all texts, and its weight for some of the labels.
  static final class Row {
    final float rarity;
    final short[] labels;
    final byte[] weights;

    Row(float rarity, short[] labels, byte[] weights) {
      this.rarity = rarity;
      this.labels = labels;
      this.weights = weights;
    }
  }

  record Guess(String label, double probability) {}

  static LinearModel load(String resource) {
    try (var in = LinearModel.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      return read(in);
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + resource, failure);
    }
  }

  /// Every label with its probability, most likely first.
  List<Guess> rank(String text) {
    var scores = scores(text);
    var most = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(0);
    var sum = IntStream.range(0, scores.length).mapToDouble(i -> Math.exp(scores[i] - most)).sum();
    return IntStream.range(0, scores.length)
        .mapToObj(i -> new Guess(labels.get(i), Math.exp(scores[i] - most) / sum))
        .sorted(Comparator.comparingDouble(Guess::probability).reversed())
        .toList();
  }

  /// The grams of a text that spoke most for a label, strongest first, at least two characters.
  List<String> words(String text, String label, int most) {
    var index = (short) labels.indexOf(label);
    var strength = new HashMap<String, Double>();
    for (var gram : Grams.of(text)) {
      var row = rows.get(gram);
      if (row != null && gram.length() > 1 && gram.charAt(0) != '~') {
        for (var i = 0; i < row.labels.length; i++) {
          if (row.labels[i] == index && row.weights[i] > 0) {
            strength.put(gram, (double) row.weights[i] * row.rarity);
          }
        }
      }
    }
    return strength.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private double[] scores(String text) {
    var scores = new double[labels.size()];
    for (var i = 0; i < scores.length; i++) {
      scores[i] = bias[i];
    }
    var known = Grams.of(text).stream().map(rows::get).filter(row -> row != null).toList();
    var norm = norm(known.stream().mapToDouble(row -> row.rarity).toArray());
    for (var row : known) {
      for (var i = 0; i < row.labels.length; i++) {
        scores[row.labels[i]] += row.weights[i] * STEP * row.rarity / norm;
      }
    }
    return scores;
  }

  /// The length of a text's vector, so that long and short texts count alike.
  static double norm(double[] rarities) {
    var sum = 0.0;
    for (var rarity : rarities) {
      sum += rarity * rarity;
    }
    return Math.sqrt(sum) / SCALE + 1e-9;
  }

  private static final double SCALE = 3;

  static LinearModel read(InputStream in) throws IOException {
    try (var data = new DataInputStream(new GZIPInputStream(in))) {
      var labels = new ArrayList<String>();
      var bias = new float[data.readShort()];
      for (var i = 0; i < bias.length; i++) {
        labels.add(data.readUTF());
        bias[i] = data.readFloat();
      }
      var rows = new HashMap<String, Row>();
      for (var left = data.readInt(); left > 0; left--) {
        var gram = data.readUTF();
        var rarity = data.readFloat();
        var row = new Row(rarity, new short[data.readShort()], new byte[0]);
        var weights = new byte[row.labels.length];
        for (var i = 0; i < weights.length; i++) {
          row.labels[i] = data.readShort();
          weights[i] = data.readByte();
        }
        rows.put(gram, new Row(rarity, row.labels, weights));
      }
      return new LinearModel(labels, bias, rows);
    }
  }

  void write(OutputStream out) throws IOException {
    try (var data = new DataOutputStream(new GZIPOutputStream(out))) {
      data.writeShort(labels.size());
      for (var i = 0; i < bias.length; i++) {
        data.writeUTF(labels.get(i));
        data.writeFloat(bias[i]);
      }
      data.writeInt(rows.size());
      for (var row : rows.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        data.writeUTF(row.getKey());
        data.writeFloat(row.getValue().rarity);
        data.writeShort(row.getValue().labels.length);
        for (var i = 0; i < row.getValue().labels.length; i++) {
          data.writeShort(row.getValue().labels[i]);
          data.writeByte(row.getValue().weights[i]);
        }
      }
    }
  }
}
