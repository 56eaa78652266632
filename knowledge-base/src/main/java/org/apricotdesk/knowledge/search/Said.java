package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/// What of a question an article says: which of the question's words and of its pairs of words, in
/// the text alone and with the title.
record Said(BitSet words, BitSet textWords, BitSet pairs, BitSet textPairs) {
  private static final List<Function<Said, BitSet>> PARTS =
      List.of(Said::words, Said::textWords, Said::pairs, Said::textPairs);

  /// What an article says that was not read.
  static final Said NOTHING = new Said(new BitSet(), new BitSet(), new BitSet(), new BitSet());

  /// The names of what [#distinction] tells, in this order.
  static final List<String> NAMES =
      List.of("alone.words", "alone.text.words", "alone.pairs", "alone.text.pairs");

  /// What each of some articles says of the question, by how few of the others say it too. Where
  /// all are about the same thing, the one that says what the others do not is the answer.
  ///
  /// @return for each of [#NAMES] one share an article
  static List<float[]> distinction(List<Said> articles) {
    var out = new ArrayList<float[]>();
    for (var part : PARTS) out.add(shares(articles.stream().map(part).toList()));
    return out;
  }

  private static float[] shares(List<BitSet> articles) {
    int parts = articles.stream().mapToInt(BitSet::length).max().orElse(0);
    var rarity = new double[parts];
    double all = 0;
    for (int part = 0; part < parts; part++) {
      int with = 0;
      for (var article : articles) if (article.get(part)) with++;
      if (with > 0) rarity[part] = rarity(with, articles.size());
      all += rarity[part];
    }
    var out = new float[articles.size()];
    for (int i = 0; i < out.length && all > 0; i++) {
      double said = articles.get(i).stream().mapToDouble(part -> rarity[part]).sum();
      out[i] = (float) (said / all);
    }
    return out;
  }

  private static double rarity(int with, int articles) {
    return Math.log(1 + (articles - with + 0.5) / (with + 0.5));
  }
}
