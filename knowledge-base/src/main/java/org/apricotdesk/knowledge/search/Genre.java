package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// What an index mostly holds. What speaks for an article differs: where somebody wrote down how a
/// trouble shows, that counts most; in a long document its title does; a passage has only itself.
public enum Genre {
  /// Written for the desk: how the trouble shows stands apart from what to do.
  ARTICLES,
  /// Any text with a title.
  DOCUMENTS,
  /// Text without a title.
  PASSAGES;

  /// Documents without symptoms may be imported beside the desk's own articles; as long as they do
  /// not outnumber those by more than this, the index is ranked as articles.
  private static final int OUTNUMBERED = 4;

  /// The folder in which its weights are.
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Genre of(IndexReader reader) throws IOException {
    int all = reader.numDocs();
    if (all == 0) return ARTICLES;
    if (count(reader, Documents.SYMPTOMS) * (OUTNUMBERED + 1) >= all) return ARTICLES;
    return count(reader, Documents.TITLE) * 2 >= all ? DOCUMENTS : PASSAGES;
  }

  private static int count(IndexReader reader, String part) throws IOException {
    return reader.docFreq(new Term(Documents.HAS, part));
  }
}
