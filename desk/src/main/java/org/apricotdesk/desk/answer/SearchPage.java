package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Article;

/// The knowledge base as staff see it: a search, or all there is by number.
///
/// @param words as typed; blank shows everything
/// @param next the number after which the next page begins
public record SearchPage(String words, List<Article> articles, Optional<String> next) {}
