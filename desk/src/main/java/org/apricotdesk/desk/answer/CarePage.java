package org.apricotdesk.desk.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.knowledge.article.Article;
import org.apricotdesk.knowledge.gap.Gap;

/// What the knowledge base needs: words that mean the same, questions without an answer, articles
/// that do not help.
public record CarePage(
    Map<Long, List<String>> synonyms,
    List<Gap> gaps,
    List<Article> flagged,
    Optional<String> problem) {}
