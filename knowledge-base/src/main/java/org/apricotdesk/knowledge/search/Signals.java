package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apricotdesk.knowledge.search.Vectors.Closeness;

/// What speaks for each candidate, as numbers with names. The ranking weighs them.
///
/// Candidates are compared word by word with the question only if they are looked at closely, since
/// that takes longest. The signals of those few have more, see [#closer].
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
          "close.clauses",
          "close.phrasing",
          "close.phrasing.clauses");

  private static final String FIRST = "first";
  private static final String CLOSEST = "words.closest";
  private static final String LENGTH = "like.length";
  private static final String TELLING = "words.telling";

  /// What a closer look tells.
  private static final List<String> DETAILS = details();

  /// Unrelated words come about so close.
  private static final float UNRELATED = 0.6f;

  /// Candidates differ by little in these, and weights are kept small.
  private static final float UNITS = 5;

  private static final float LEAST_SPREAD = 0.02f;

  private final int[] candidates;
  private final Map<String, float[]> values = new LinkedHashMap<>();

  /// What is known only of those looked at closely; 0 for the others.
  private final Map<String, float[]> details = new LinkedHashMap<>();

  /// What of the question those looked at closely say.
  private final Said[] said;

  private Signals(int[] candidates) {
    this.candidates = candidates;
    this.said = new Said[candidates.length];
    Arrays.fill(said, Said.NOTHING);
  }

  static Signals of(IndexSearcher searcher, int[] candidates, Question question, Meaning meaning)
      throws IOException {
    var out = new Signals(candidates);
    out.addWords(searcher, question);
    out.addMeaning(searcher, meaning);
    for (var name : COMPARED) out.compare(name);
    for (var name : DETAILS) out.details.put(name, new float[candidates.length]);
    return out;
  }

  /// Looks closely at these candidates.
  void look(IndexSearcher searcher, List<Integer> places, Question question, Meaning meaning)
      throws IOException {
    addLikeness(searcher, places, question);
    addWords(searcher, places, meaning.wording());
  }

  private void addLikeness(IndexSearcher searcher, List<Integer> places, Question question)
      throws IOException {
    var rarity = Matches.rarity(searcher, Aspect.CHARACTER, question.terms(Aspect.CHARACTER));
    var likeness = new Likeness(question.text(), rarity);
    var suitability = new Suitability(question.text());
    var stored = searcher.storedFields();
    for (int place : places) {
      var article = stored.document(candidates[place], Documents.READ_CLOSELY);
      var compared = likeness.of(article.get(Documents.TEXT));
      said[place] = compared.said();
      add(Likeness.NAMES, place, compared.figures());
      long given = article.getField(Documents.GIVEN).numericValue().longValue();
      add(Suitability.NAMES, place, suitability.of(given, of(LENGTH)[place]));
    }
  }

  private void add(List<String> names, int place, float[] figures) {
    for (int i = 0; i < figures.length; i++) of(names.get(i))[place] = figures[i];
  }

  /// Compares these candidates word by word with the question.
  private void addWords(IndexSearcher searcher, List<Integer> places, Wording wording)
      throws IOException {
    var sketches = new KeptBytes(searcher, Documents.WORDS);
    for (int place : places.stream().sorted().toList()) {
      var sketch = sketches.of(candidates[place]);
      if (sketch == null) continue;
      var closest = wording.closest(sketch);
      for (float one : closest) {
        of(CLOSEST)[place] += UNITS * one / closest.length;
        of(TELLING)[place] += UNITS * Math.max(0, one - UNRELATED) / closest.length;
      }
    }
  }

  /// The signals of the candidates at these places alone, with how they were scored at first, what
  /// a closer look told, and how that stands among them.
  public Signals closer(List<Integer> places, float[] first) {
    var out = new Signals(places.stream().mapToInt(place -> candidates[place]).toArray());
    values.forEach((name, all) -> out.values.put(name, at(places, all)));
    details.forEach((name, all) -> out.values.put(name, at(places, all)));
    out.values.put(FIRST, at(places, first));
    var alone = Said.distinction(places.stream().map(place -> said[place]).toList());
    for (int i = 0; i < alone.size(); i++) out.values.put(Said.NAMES.get(i), alone.get(i));
    DETAILS.forEach(out::stand);
    Said.NAMES.forEach(out::stand);
    return out;
  }

  private static List<String> details() {
    var out = new ArrayList<>(Likeness.NAMES);
    out.addAll(Suitability.NAMES);
    out.add(CLOSEST);
    out.add(TELLING);
    return List.copyOf(out);
  }

  private static float[] at(List<Integer> places, float[] all) {
    var out = new float[places.size()];
    for (int i = 0; i < out.length; i++) out[i] = all[places.get(i)];
    return out;
  }

  private void stand(String name) {
    var all = of(name);
    double mean = 0;
    for (float one : all) mean += one / (double) all.length;
    double spread = 0;
    for (float one : all) spread += (one - mean) * (one - mean) / all.length;
    var out = new float[all.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) ((all[i] - mean) / (Math.sqrt(spread) + UNITS * LEAST_SPREAD));
    }
    values.put(name + ".standing", out);
  }

  /// The document numbers of the candidates.
  int[] candidates() {
    return candidates;
  }

  /// How many candidates there are.
  public int size() {
    return candidates.length;
  }

  /// The names of all signals, always in the same order.
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /// The signal of that name, one value a candidate.
  public float[] of(String name) {
    var found = values.getOrDefault(name, details.get(name));
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
    addCloseness("whole", close, Closeness::whole);
    addCloseness("title", close, Closeness::title);
    addCloseness("labels", close, Closeness::labels);
    addCloseness("lead", close, Closeness::lead);
    addCloseness("body", close, Closeness::body);
    addCloseness("best", close, Closeness::best);
    addCloseness("clauses", close, Closeness::clauses);
    addCloseness("phrasing", close, Closeness::phrasing);
    addCloseness("phrasing.clauses", close, Closeness::phrasingClauses);
  }

  private void addCloseness(
      String name, List<Closeness> close, ToDoubleFunction<Closeness> figure) {
    var all = new float[candidates.length];
    for (int i = 0; i < all.length; i++) all[i] = (float) figure.applyAsDouble(close.get(i));
    values.put("close." + name, all);
  }

  private List<Closeness> closeness(IndexSearcher searcher, Meaning meaning) throws IOException {
    var out = new ArrayList<Closeness>();
    var vectors = new KeptBytes(searcher, Documents.VECTORS);
    for (int candidate : candidates) {
      var packed = meaning.isKnown() ? vectors.of(candidate) : null;
      out.add(packed == null ? Closeness.UNKNOWN : Vectors.closeness(packed, meaning));
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
