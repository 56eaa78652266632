package org.apricotdesk.knowledge.article;

/// What became of a wish to change an article.
public sealed interface Outcome {
  record Done(Article article) implements Outcome {}

  record Unknown(ArticleId id) implements Outcome {}

  /// Somebody else has changed it since.
  record Outdated(Article now) implements Outcome {}

  record HoldsPatientData(ArticleId id) implements Outcome {}
}
