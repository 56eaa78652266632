package org.apricotdesk.bot.understanding;

import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.apricotdesk.knowledge.answer.Answers;

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
    var answer = answers.answer(text, ARTICLES);
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
