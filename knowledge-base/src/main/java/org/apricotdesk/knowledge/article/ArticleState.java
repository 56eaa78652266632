package org.apricotdesk.knowledge.article;

import java.util.Locale;

/// Only published articles are found.
public enum ArticleState {
  DRAFT,
  PUBLISHED,
  RETIRED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ArticleState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
