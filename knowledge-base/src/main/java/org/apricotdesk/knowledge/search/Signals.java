package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/// What speaks for each candidate, as numbers with names. The ranking weighs them.
public final class Signals {
  private static final List<Aspect> LEXICAL =
      List.of(Aspect.CHARACTER, Aspect.PAIR, Aspect.SOUND, Aspect.CONCEPT);

  /// The signals whose standing among the candidates counts as well.
  private static final List<String> COMPARED =
      List.of(
          "pair.all.strength",
          "pair.title.strength",
          "pair.lead.strength",
          "character.all.strength",
          "sound.all.strength",
          "concept.all.strength",
          "concept.lead.strength",
          "close.whole",
          "close.title",
          "close.labels",
          "close.lead",
          "close.body",
          "close.best",
          "close.clauses");

  private final int[] candidates;
  private final Map<String, float[]> values = new java.util.LinkedHashMap<>();

  private Signals(int[] candidates) {
    this.candidates = candidates;
  }

  static Signals of(IndexSearcher searcher, int[] candidates, Question question, Meaning meaning)
      throws IOException {
    var out = new Signals(candidates);
    out.addWords(searcher, question);
    out.addMeaning(searcher, meaning);
    for (var name : COMPARED) out.compare(name);
    return out;
  }

  /// The document numbers of the candidates.
  int[] candidates() {
    return candidates;
  }

  /// The names of all signals, always in the same order.
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /// The signal of that name, one value a candidate.
  public float[] of(String name) {
    var found = values.get(name);
    if (found == null) throw new IllegalArgumentException("no signal " + name);
    return found;
  }

  private void addWords(IndexSearcher searcher, Question question) throws IOException {
    for (var aspect : LEXICAL) {
      var rarity = Matches.rarity(searcher, aspect, question.terms(aspect));
      for (var zone : Zone.values()) {
        var matches = Matches.of(searcher, candidates, aspect, zone, rarity);
        var name = (aspect + "." + zone + ".").toLowerCase(Locale.ROOT);
        add(name, aspect, zone, matches);
      }
    }
    var initials = Aspect.INITIALS;
    var rarity = Matches.rarity(searcher, initials, question.terms(initials));
    for (var zone : List.of(Zone.TITLE, Zone.LABEL)) {
      var matches = Matches.of(searcher, candidates, initials, zone, rarity);
      values.put("initials." + zone.name().toLowerCase(Locale.ROOT), matches.coverage);
    }
  }

  private void add(String name, Aspect aspect, Zone zone, Matches matches) {
    values.put(name + "strength", matches.strength);
    values.put(name + "coverage", matches.coverage);
    boolean shortZone = zone == Zone.TITLE || zone == Zone.LABEL || zone == Zone.LEAD;
    if (shortZone && aspect != Aspect.CHARACTER) values.put(name + "density", matches.density);
  }

  private void addMeaning(IndexSearcher searcher, Meaning meaning) throws IOException {
    var close = closeness(searcher, meaning);
    var parts = new ArrayList<float[]>();
    for (int part = 0; part < 7; part++) parts.add(new float[candidates.length]);
    for (int i = 0; i < close.size(); i++) {
      var one = close.get(i);
      parts.get(0)[i] = one.whole();
      parts.get(1)[i] = one.title();
      parts.get(2)[i] = one.labels();
      parts.get(3)[i] = one.lead();
      parts.get(4)[i] = one.body();
      parts.get(5)[i] = one.best();
      parts.get(6)[i] = one.clauses();
    }
    var names = List.of("whole", "title", "labels", "lead", "body", "best", "clauses");
    for (int part = 0; part < 7; part++) values.put("close." + names.get(part), parts.get(part));
  }

  private List<Vectors.Closeness> closeness(IndexSearcher searcher, Meaning meaning)
      throws IOException {
    var out = new ArrayList<Vectors.Closeness>();
    var leaves = searcher.getIndexReader().leaves();
    for (int candidate : candidates) {
      var leaf = leaves.get(ReaderUtil.subIndex(candidate, leaves));
      var packed = leaf.reader().getBinaryDocValues(Documents.VECTORS);
      boolean there = packed != null && packed.advanceExact(candidate - leaf.docBase);
      out.add(
          there && meaning.isKnown()
              ? Vectors.closeness(packed.binaryValue(), meaning)
              : Vectors.Closeness.UNKNOWN);
    }
    return out;
  }

  /// How far each value stands from the candidates' mean, in deviations, and its share of the best.
  private void compare(String name) {
    var all = of(name);
    double mean = 0;
    for (float one : all) mean += one / (double) all.length;
    double spread = 0;
    for (float one : all) spread += (one - mean) * (one - mean) / all.length;
    float best = all.length == 0 ? 0 : max(all);
    var standing = new float[all.length];
    var share = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      standing[i] = (float) ((all[i] - mean) / Math.sqrt(spread + 1e-6));
      share[i] = best <= 0 ? 0 : all[i] / best;
    }
    values.put(name + ".standing", standing);
    values.put(name + ".share", share);
  }

  private static float max(float[] values) {
    float best = Float.NEGATIVE_INFINITY;
    for (float one : values) best = Math.max(best, one);
    return best;
  }

  @Override
  public String toString() {
    return "signals of " + Arrays.toString(candidates);
  }
}
