package org.apricotdesk.desk.answer;

import org.apricotdesk.knowledge.article.Article;

/// One article to read.
///
/// @param judged whether the reader has just said if it helped
/// @param writes whether the reader may change it
public record ArticlePage(Article article, boolean judged, boolean writes) {}
