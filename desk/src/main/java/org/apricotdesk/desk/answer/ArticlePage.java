package org.apricotdesk.desk.answer;

import org.apricotdesk.knowledge.article.Article;

/// One article to read.
///
/// @param words the reader searched for; empty for one who came another way
/// @param judged whether the reader has just said if it helped
/// @param writes whether the reader may change it
public record ArticlePage(Article article, String words, boolean judged, boolean writes) {}
