package org.apricotdesk.desk.answer;

import org.apricotdesk.knowledge.article.Article;

/// One article to read.
///
/// @param judged whether the reader has just said if it helped
public record ArticlePage(Article article, boolean judged) {}
