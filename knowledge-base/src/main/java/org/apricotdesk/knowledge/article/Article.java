package org.apricotdesk.knowledge.article;

import java.time.Instant;
import java.time.LocalDate;

/// An article as it stands.
public record Article(
    ArticleId id, Content content, ArticleState state, int revision, Instant changedAt) {
  /// Published, and not past its review day.
  public boolean mayBeOffered(LocalDate today) {
    return state == ArticleState.PUBLISHED
        && content.reviewOn().map(day -> today.isBefore(day)).orElse(true);
  }
}
