package org.apricotdesk.knowledge;

import org.apricotdesk.knowledge.article.Article;

/// An article that was found.
///
/// @param score the higher, the better; comparable within one question only
public record Hit(Article article, double score) {
  private static final int EXCERPT = 80;

  /// How the trouble shows, or what to do first, in a line.
  public String excerpt() {
    var content = article.content();
    var text =
        content.symptoms().isBlank() ? String.join(" ", content.steps()) : content.symptoms();
    var line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
  }
}
