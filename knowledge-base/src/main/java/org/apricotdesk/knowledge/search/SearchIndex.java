package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apricotdesk.knowledge.embedding.Embedder;

/// The articles of this instance, searchable.
///
/// Words alone are enough to search; with an embedder, meaning counts as well.
public final class SearchIndex implements AutoCloseable {
  private static final int BATCH = 256;
  private static final String MARK = "mark";
  private static final String VERSION = "version";

  /// Counts up whenever articles are analysed or stored in another way.
  private static final int FORMAT = 1;

  private final Lexicon lexicon = Lexicon.load();
  private final Ranking ranking = Ranking.load();
  private final Directory directory;
  private final Optional<Embedder> embedder;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private SearchIndex(Directory directory, Optional<Embedder> embedder) throws IOException {
    this.directory = directory;
    this.embedder = embedder;
    var config = new IndexWriterConfig();
    config.setMergeScheduler(new SerialMergeScheduler());
    this.writer = new IndexWriter(directory, config);
    this.searchers = new SearcherManager(writer, null);
  }

  /// Opens the index in a directory, or starts an empty one.
  public static SearchIndex open(Directory directory, Embedder embedder) {
    return open(directory, Optional.of(embedder));
  }

  /// The same where no embedding model works.
  public static SearchIndex withoutMeaning(Directory directory) {
    return open(directory, Optional.empty());
  }

  private static SearchIndex open(Directory directory, Optional<Embedder> embedder) {
    try {
      return new SearchIndex(directory, embedder);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot open the search index", failure);
    }
  }

  /// Adds articles, or replaces those of the same id. They are found from now on.
  public void put(Collection<Searchable> documents) {
    var waiting = new ArrayList<Searchable>();
    for (var document : documents) {
      waiting.add(document);
      if (waiting.size() == BATCH) write(waiting);
    }
    write(waiting);
    refresh();
  }

  /// Takes an article out.
  public void remove(String id) {
    try {
      writer.deleteDocuments(new Term(Documents.ID, id));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    refresh();
  }

  /// Makes what was written durable, with a mark that says how far the source was followed.
  public void commit(String mark) {
    try {
      writer.setLiveCommitData(Map.of(MARK, mark, VERSION, version()).entrySet());
      writer.commit();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot commit the search index", failure);
    }
  }

  /// The mark of the last commit; empty if the index is new, or was written by another version of
  /// the analysis and has to be written anew.
  public Optional<String> mark() {
    var kept = new HashMap<String, String>();
    var data = writer.getLiveCommitData();
    if (data != null) data.forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return version().equals(kept.get(VERSION))
        ? Optional.ofNullable(kept.get(MARK))
        : Optional.empty();
  }

  private String version() {
    return FORMAT + "-" + lexicon.version() + "-" + (embedder.isPresent() ? "meaning" : "words");
  }

  /// How many articles there are.
  public int size() {
    return searching(searcher -> searcher.getIndexReader().numDocs());
  }

  /// The best articles for a question, best first.
  public SearchResult search(String text, int most) {
    var question = Question.of(text, lexicon);
    var meaning = embedder.map(model -> Meaning.of(question, model)).orElse(Meaning.UNKNOWN);
    return searching(searcher -> search(searcher, question, meaning, most));
  }

  private SearchResult search(IndexSearcher searcher, Question question, Meaning meaning, int most)
      throws IOException {
    var candidates = Candidates.of(searcher, question, meaning);
    var signals = Signals.of(searcher, candidates, question, meaning);
    var scores = ranking.scores(signals);
    var order =
        IntStream.range(0, candidates.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .limit(most)
            .toList();
    var found = new ArrayList<Found>();
    for (int i : order) found.add(new Found(id(searcher, candidates[i]), scores[i]));
    return new SearchResult(question.text(), found, order, signals);
  }

  private static String id(IndexSearcher searcher, int doc) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    var ids = leaf.reader().getBinaryDocValues(Documents.ID);
    if (ids == null || !ids.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("a document without id in the index");
    }
    return ids.binaryValue().utf8ToString();
  }

  private void write(List<Searchable> batch) {
    var zones = batch.stream().map(Zones::of).toList();
    var passages = zones.stream().map(Passages::of).toList();
    var vectors = vectors(passages);
    var documents = new Documents(lexicon);
    try {
      for (int i = 0; i < batch.size(); i++) {
        var id = batch.get(i).id();
        var document = documents.of(id, zones.get(i), passages.get(i), vectors.get(i));
        writer.updateDocument(new Term(Documents.ID, id), document);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the search index", failure);
    }
    batch.clear();
  }

  private List<List<float[]>> vectors(List<Passages> passages) {
    if (embedder.isEmpty()) return passages.stream().map(_ -> List.<float[]>of()).toList();
    var texts = passages.stream().flatMap(one -> one.all().stream()).toList();
    var all = vectors(embedder.get(), texts);
    var out = new ArrayList<List<float[]>>();
    int from = 0;
    for (var one : passages) {
      int to = from + one.all().size();
      out.add(all.subList(from, to));
      from = to;
    }
    return out;
  }

  /// A blank text means nothing: its vector is all zero.
  private static List<float[]> vectors(Embedder embedder, List<String> texts) {
    var written = embedder.passages(texts.stream().filter(text -> !text.isBlank()).toList());
    var next = written.iterator();
    return texts.stream()
        .map(text -> text.isBlank() ? new float[embedder.dimension()] : next.next())
        .toList();
  }

  private void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private <T> T searching(Search<T> search) {
    try {
      var searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot search", failure);
    }
  }

  @Override
  public void close() {
    try (directory;
        writer;
        searchers) {
      writer.commit();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
