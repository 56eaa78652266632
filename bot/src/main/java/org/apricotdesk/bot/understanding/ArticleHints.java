package org.apricotdesk.bot.understanding;

import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.knowledge.answer.Answer;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.search.UnreadableIndex;

/// Hints from the knowledge base: the categories of the articles that would answer the text.
public final class ArticleHints implements Hints {
  private static final int ARTICLES = 20;

  private final Answers answers;
  private final Function<String, Optional<String>> categoryOf;

  /// @param categoryOf the category code of an article's id
  public ArticleHints(Answers answers, Function<String, Optional<String>> categoryOf) {
    this.answers = answers;
    this.categoryOf = categoryOf;
  }

  @Override
  public Opinion on(String text) {
    try {
      return opinion(text, answers.answer(text, ARTICLES));
    } catch (UnreadableIndex _) { // it is being written anew; messages are understood without it
      return NONE.on(text);
    }
  }

  private Opinion opinion(String text, Answer answer) {
    if (answer.found().isEmpty()) {
      return NONE.on(text);
    }
    var best = answer.found().getFirst().score();
    var sum = answer.found().stream().mapToDouble(one -> Math.exp(one.score() - best)).sum();
    var shares = new HashMap<String, Double>();
    for (var found : answer.found()) {
      var share = Math.exp(found.score() - best) / sum;
      categoryOf.apply(found.id()).ifPresent(code -> shares.merge(code, share, Double::sum));
    }
    return new Opinion(shares, answer.confidence());
  }
}
