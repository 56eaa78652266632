package org.apricotdesk.knowledge.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// An article as it stands.
public record Article(
    ArticleId id, Content content, ArticleState state, int revision, Instant changedAt) {
  /// The day people are told: the one its author gave, or else the day it was stored.
  public LocalDate updatedOn(ZoneId zone) {
    return content.updated().orElseGet(() -> LocalDate.ofInstant(changedAt, zone));
  }

  /// Published, and not past its review day.
  public boolean mayBeOffered(LocalDate today) {
    return state == ArticleState.PUBLISHED
        && content.reviewOn().map(day -> today.isBefore(day)).orElse(true);
  }
}
