package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Article;

/// The articles as those who write them see them, drafts and retired ones too.
///
/// @param words that stand in the title or the number
/// @param state the code of the only state that is shown; empty for all
/// @param total how many there are, shown or not
/// @param next the number after which the next page begins
public record ArticlesPage(
    String words,
    Optional<String> state,
    List<Article> articles,
    int total,
    Optional<String> next) {}
