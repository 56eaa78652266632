package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Article;

/// The knowledge base as staff see it: a search, or all there is by number.
///
/// @param words as typed; blank shows everything
/// @param close whether what was found fits the words well
/// @param next the number after which the next page begins
public record SearchPage(
    String words, List<Article> articles, boolean close, Optional<String> next) {}
