package org.apricotdesk.knowledge.article;

/// An article's short name, such as `KB-0001`.
public record ArticleId(String value) {
  private static final int LONGEST = 64;

  public ArticleId {
    if (value.isBlank() || value.length() > LONGEST || !value.matches("[\\p{L}\\p{N}._-]+")) {
      throw new IllegalArgumentException("not an article id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
