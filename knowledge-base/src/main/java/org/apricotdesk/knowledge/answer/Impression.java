package org.apricotdesk.knowledge.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.knowledge.search.SearchResult;

/// What tells a sure find from a guess, as named numbers: how the best article stands out, how much
/// of the question it explains, and how the question sounds.
public final class Impression {
  private static final int RIVALS = 5;
  private static final Cues CUES = Cues.load();

  /// Signals of the best article that count as they are.
  static final List<String> OF_THE_BEST =
      List.of(
          "character.all.coverage",
          "pair.all.coverage",
          "pair.all.strength",
          "pair.lead.coverage",
          "pair.title.coverage",
          "sound.all.coverage",
          "concept.all.coverage",
          "concept.lead.coverage",
          "concept.title.coverage",
          "concept.label.coverage",
          "close.whole",
          "close.title",
          "close.labels",
          "close.lead",
          "close.body",
          "close.best",
          "close.best.standing",
          "close.whole.standing",
          "close.best.share",
          "words.closest",
          "words.telling",
          "pair.all.strength.standing",
          "pair.all.strength.share",
          "concept.all.strength.share");

  private Impression() {}

  /// What the confidence is learned and computed from.
  public static Map<String, Float> of(SearchResult result) {
    var out = new LinkedHashMap<String, Float>();
    var found = result.found();
    float best = found.isEmpty() ? 0 : found.getFirst().score();
    out.put("margin", found.size() < 2 ? 0 : best - found.get(1).score());
    out.put("lead", found.size() <= RIVALS ? 0 : best - found.get(RIVALS).score());
    out.put("probability", (float) probability(result));
    out.put("score", best);
    for (var name : OF_THE_BEST) out.put(name, result.signal(name, 0));
    out.put("length", (float) Math.log(1 + result.question().length()));
    CUES.in(result.question()).forEach((kind, value) -> out.put("cue." + kind, value));
    return out;
  }

  /// The share of the best article if scores are taken for evidence.
  static double probability(SearchResult result) {
    if (result.found().isEmpty()) return 0;
    float best = result.found().getFirst().score();
    return 1 / result.found().stream().mapToDouble(one -> Math.exp(one.score() - best)).sum();
  }
}
