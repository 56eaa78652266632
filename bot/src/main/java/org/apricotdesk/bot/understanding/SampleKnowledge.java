package org.apricotdesk.bot.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.article.MarkdownArticle;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.embedding.EmbeddingUnavailable;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.apricotdesk.knowledge.search.Searchable;

/// The sample hospital's articles, searchable in memory, as evaluation without a database needs.
record SampleKnowledge(SearchIndex index, Answers answers, Hints hints) implements AutoCloseable {
  static SampleKnowledge open() {
    var index = emptyIndex();
    var documents = new ArrayList<Searchable>();
    Map<String, String> categories = new HashMap<>();
    for (var name : SampleHospital.articles()) {
      var article = MarkdownArticle.parse(SampleHospital.article(name));
      documents.add(article.searchable());
      categories.put(article.id(), article.content().category());
    }
    index.put(documents);
    var answers = new Answers(index);
    var hints = new ArticleHints(answers, id -> Optional.ofNullable(categories.get(id)));
    return new SampleKnowledge(index, answers, hints);
  }

  private static SearchIndex emptyIndex() {
    try {
      return SearchIndex.open(new ByteBuffersDirectory(), EmbeddingModel.load());
    } catch (EmbeddingUnavailable _) {
      return SearchIndex.withoutMeaning(new ByteBuffersDirectory());
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
