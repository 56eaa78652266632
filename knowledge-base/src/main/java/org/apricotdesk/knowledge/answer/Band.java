package org.apricotdesk.knowledge.answer;

/// What to do with what was found.
public enum Band {
  /// Give the best article.
  ANSWER,
  /// Offer two to four titles.
  CHOICES,
  /// Say nothing and go on to the ticket.
  NONE
}
