package org.apricotdesk.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apricotdesk.knowledge.search.Searchable;
import org.jspecify.annotations.Nullable;

/// Lucene as it comes: one field, BM25, an analyzer of its own.
final class Plain implements Engine {
  private static final int FOUND = 10;
  private static final String TEXT = "text";

  private final String name;
  private final Analyzer analyzer;
  private final Path folder;
  private @Nullable IndexSearcher searcher;

  Plain(String name, Analyzer analyzer, Path folder) {
    this.name = name;
    this.analyzer = analyzer;
    this.folder = folder;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void put(List<Searchable> articles) {
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (var one : articles) {
        var document = new Document();
        document.add(new TextField(TEXT, Trigrams.text(one), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public int ask(String question) {
    if (searcher == null) throw new IllegalStateException("nothing was put in");
    var query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
    if (query == null) return 0;
    try {
      return searcher.search(query, FOUND).scoreDocs.length;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public long bytes() {
    return Ours.size(folder);
  }

  @Override
  public void close() {
    try {
      if (searcher != null) searcher.getIndexReader().close();
      analyzer.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
