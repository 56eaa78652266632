package org.apricotdesk.desk.answer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.apricotdesk.desk.brief.Tips;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.feedback.Feedback.Helpful;

/// The tip of a brief: the article that helped most, of those that are for the whole hospital.
public record BestArticle(Knowledge knowledge, Clock clock, ZoneId zone) implements Tips {
  @Override
  public Optional<Tip> best(Instant from, Instant to) {
    return knowledge.feedback().best(from, to).stream()
        .flatMap(helpful -> tip(helpful).stream())
        .findFirst();
  }

  private Optional<Tip> tip(Helpful helpful) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return knowledge
        .articles()
        .find(helpful.article())
        .filter(article -> article.mayBeOffered(today))
        .map(Article::content)
        .filter(content -> !content.steps().isEmpty() && isForEverybody(content))
        .map(content -> new Tip(content.title(), content.steps(), helpful.people()));
  }

  private static boolean isForEverybody(Content content) {
    return content.campus().isEmpty() || content.campus().equals("all");
  }
}
