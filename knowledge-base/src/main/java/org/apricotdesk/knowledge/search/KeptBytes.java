package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What the index keeps of documents in one field, read in ascending order. Opening a field takes
/// room for its longest value, so it is opened once a segment and not once a document.
final class KeptBytes {
  private final List<LeafReaderContext> leaves;
  private final String field;
  private int at = -1;
  private @Nullable BinaryDocValues values;

  KeptBytes(IndexSearcher searcher, String field) {
    this.leaves = searcher.getIndexReader().leaves();
    this.field = field;
  }

  /// Good until the next is asked for; null if the document has none.
  @Nullable BytesRef of(int document) throws IOException {
    int leaf = ReaderUtil.subIndex(document, leaves);
    var context = leaves.get(leaf);
    if (leaf != at) values = context.reader().getBinaryDocValues(field);
    at = leaf;
    var kept = values;
    if (kept == null || !kept.advanceExact(document - context.docBase)) return null;
    return kept.binaryValue();
  }
}
