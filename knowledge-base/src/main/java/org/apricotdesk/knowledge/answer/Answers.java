package org.apricotdesk.knowledge.answer;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apricotdesk.knowledge.search.Genre;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.apricotdesk.knowledge.search.SearchResult;

/// Answers questions from the index, or says that it cannot.
public final class Answers {
  /// An answer stands alone only when it is this much likelier than the next article.
  private static final double CLEAR = 0.15;

  private final Map<Genre, Confidence> confidences = Confidence.load();
  private final SearchIndex index;
  private final UnaryOperator<String> worded;

  public Answers(SearchIndex index) {
    this(index, UnaryOperator.identity());
  }

  /// @param worded what is searched for a question, with other words for what it says
  public Answers(SearchIndex index, UnaryOperator<String> worded) {
    this.index = index;
    this.worded = worded;
  }

  /// @param most how many articles to list at most
  public Answer answer(String question, int most) {
    var result = index.search(worded.apply(question), most);
    var confidence = requireNonNull(confidences.get(result.genre()));
    double sure = confidence.of(Impression.of(result));
    return new Answer(band(result, sure, confidence), sure, result.found());
  }

  private static Band band(SearchResult result, double sure, Confidence confidence) {
    if (result.found().isEmpty() || sure < confidence.possible()) return Band.NONE;
    boolean alone = sure >= confidence.sure() && clear(result);
    return alone || result.found().size() < 2 ? Band.ANSWER : Band.CHOICES;
  }

  private static boolean clear(SearchResult result) {
    if (result.found().size() < 2) return true;
    float behind = result.found().get(1).score() - result.found().getFirst().score();
    return Impression.probability(result) * (1 - Math.exp(behind)) >= CLEAR;
  }
}
