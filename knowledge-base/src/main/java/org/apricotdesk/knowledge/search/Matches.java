package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/// How well candidates match a question in one zone under one aspect.
///
/// All three figures are shares between 0 and about 1, so that they mean the same for a question of
/// three characters and one of eighty: `strength` is BM25 by the most it could be, `coverage` the
/// share of the question (by rarity) that is found, `density` how much of the zone that is.
final class Matches {
  private static final float K1 = 1.2f;
  private static final float B = 0.6f;

  final float[] strength;
  final float[] coverage;
  final float[] density;

  private final int[] candidates;

  private Matches(int[] candidates) {
    this.candidates = candidates;
    strength = new float[candidates.length];
    coverage = new float[candidates.length];
    density = new float[candidates.length];
  }

  /// @param candidates document numbers, ascending
  /// @param rarity how rare each term of the question is
  static Matches of(
      IndexSearcher searcher, int[] candidates, Aspect aspect, Zone zone, Map<String, Float> rarity)
      throws IOException {
    var out = new Matches(candidates);
    var field = aspect.field(zone);
    var statistics = searcher.collectionStatistics(field);
    if (statistics == null || rarity.isEmpty()) return out;
    float average = (float) statistics.sumTotalTermFreq() / statistics.docCount();
    for (var leaf : searcher.getIndexReader().leaves()) {
      out.read(leaf, field, average, rarity);
    }
    out.share(rarity);
    return out;
  }

  private void read(LeafReaderContext leaf, String field, float average, Map<String, Float> rarity)
      throws IOException {
    var terms = leaf.reader().terms(field);
    if (terms == null) return;
    var lengths = lengths(leaf, field);
    var each = terms.iterator();
    for (var term : rarity.entrySet()) {
      if (!each.seekExact(new BytesRef(term.getKey()))) continue;
      read(leaf, each, lengths, average, term.getValue());
    }
  }

  private void read(
      LeafReaderContext leaf, TermsEnum term, float[] lengths, float average, float rarity)
      throws IOException {
    var postings = term.postings(null, PostingsEnum.FREQS);
    for (int i = first(leaf); i < candidates.length; i++) {
      int doc = candidates[i] - leaf.docBase;
      if (doc >= leaf.reader().maxDoc()) return;
      if (postings.docID() < doc && postings.advance(doc) == DocIdSetIterator.NO_MORE_DOCS) return;
      if (postings.docID() != doc) continue;
      float often = postings.freq();
      float length = lengths[i];
      coverage[i] += rarity;
      density[i] += Math.min(1, often / Math.max(1, length));
      strength[i] += rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * length / average));
    }
  }

  private float[] lengths(LeafReaderContext leaf, String field) throws IOException {
    var out = new float[candidates.length];
    var norms = leaf.reader().getNormValues(field);
    for (int i = first(leaf); i < candidates.length; i++) {
      int doc = candidates[i] - leaf.docBase;
      if (doc >= leaf.reader().maxDoc()) break;
      out[i] = length(norms, doc);
    }
    return out;
  }

  private static float length(@Nullable NumericDocValues norms, int doc) throws IOException {
    if (norms == null || !norms.advanceExact(doc)) return 0;
    return SmallFloat.byte4ToInt((byte) norms.longValue());
  }

  private int first(LeafReaderContext leaf) {
    int at = java.util.Arrays.binarySearch(candidates, leaf.docBase);
    return at >= 0 ? at : -at - 1;
  }

  private void share(Map<String, Float> rarity) {
    float all = 0;
    for (float one : rarity.values()) all += one;
    for (int i = 0; i < candidates.length; i++) {
      coverage[i] /= all;
      strength[i] /= all * (K1 + 1) * 0.6f;
      density[i] = Math.min(1, density[i]);
    }
  }

  /// How rare each term is among all articles.
  static Map<String, Float> rarity(
      IndexSearcher searcher, Aspect aspect, Map<String, Integer> terms) throws IOException {
    var zone = aspect == Aspect.INITIALS ? Zone.LABEL : Zone.ALL;
    var out = new java.util.LinkedHashMap<String, Float>();
    int all = Math.max(1, searcher.getIndexReader().numDocs());
    for (var term : terms.keySet()) {
      int with = searcher.getIndexReader().docFreq(new Term(aspect.field(zone), term));
      out.put(term, (float) Math.log(1 + (all - with + 0.5) / (with + 0.5)));
    }
    return out;
  }
}
