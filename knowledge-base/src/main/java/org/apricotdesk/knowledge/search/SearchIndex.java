package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apricotdesk.knowledge.embedding.Embedder;

/// The articles of this instance, searchable.
///
/// Words alone are enough to search; with an embedder, meaning counts as well.
public final class SearchIndex implements AutoCloseable {
  private static final String MARK = "mark";
  private static final String VERSION = "version";

  /// Counts up whenever articles are analysed or stored in another way.
  private static final int FORMAT = 5;

  private final Lexicon lexicon = Lexicon.load();
  private final Phrasings phrasings = Phrasings.load();
  private final Ranking ranking = Ranking.first();
  private final Ranking closer = Ranking.closer();
  private final Optional<Embedder> embedder;
  private final Optional<Meanings> meanings;
  private final IndexFiles files;
  private volatile boolean suspected;

  private SearchIndex(Directory directory, Optional<Embedder> embedder) throws IOException {
    this.embedder = embedder;
    this.meanings = embedder.map(Meanings::new);
    this.files = IndexFiles.open(directory);
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
    var reader = embedder.map(PassageReader::new);
    documents.forEach(document -> write(document, reader));
    refresh();
  }

  /// Takes an article out.
  public void remove(String id) {
    try {
      files.writer().deleteDocuments(new Term(Documents.ID, id));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    refresh();
  }

  /// Makes what was written durable, with a mark that says how far the source was followed.
  public void commit(String mark) {
    try {
      files.commit(Map.of(MARK, mark, VERSION, version()));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot commit the search index", failure);
    }
  }

  /// The mark of the last commit; empty if the index is new, or was written by another version of
  /// the analysis and has to be written anew.
  public Optional<String> mark() {
    var kept = files.kept();
    return version().equals(kept.get(VERSION))
        ? Optional.ofNullable(kept.get(MARK))
        : Optional.empty();
  }

  private String version() {
    var lists = lexicon.version() + "-" + phrasings.version();
    return FORMAT + "-" + lists + "-" + (embedder.isPresent() ? "meaning" : "words");
  }

  /// How many articles there are.
  public int size() {
    return searching(searcher -> searcher.getIndexReader().numDocs());
  }

  /// The best articles for a question, best first.
  public SearchResult search(String text, int most) {
    return search(text, most, CloserLook::best);
  }

  /// The same for those who learn from it: so many are compared with the question word by word.
  public SearchResult searchWidely(String text, int most, int closely) {
    return search(text, most, scores -> CloserLook.first(CloserLook.order(scores), closely));
  }

  private SearchResult search(String text, int most, Function<float[], List<Integer>> closely) {
    var question = Question.of(text, lexicon);
    var meaning = meanings.map(known -> known.of(question)).orElse(Meaning.UNKNOWN);
    return searching(searcher -> search(searcher, question, meaning, most, closely));
  }

  private SearchResult search(
      IndexSearcher searcher,
      Question question,
      Meaning meaning,
      int most,
      Function<float[], List<Integer>> closely)
      throws IOException {
    var candidates = Candidates.of(searcher, question, meaning);
    var signals = Signals.of(searcher, candidates, question, meaning);
    var genre = Genre.of(searcher.getIndexReader());
    var scores = ranking.scores(genre, signals);
    if (meaning.isKnown()) {
      signals.look(searcher, closely.apply(scores), question, meaning);
      var again = closer.scores(genre, signals.closer(CloserLook.best(scores), scores));
      scores = CloserLook.scores(scores, again);
    }
    var order = CloserLook.first(CloserLook.order(scores), most);
    var found = new ArrayList<Found>();
    for (int i : order) found.add(new Found(id(searcher, candidates[i]), scores[i]));
    return new SearchResult(genre, question.text(), found, order, signals);
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

  private void write(Searchable article, Optional<PassageReader> reader) {
    var zones = Zones.of(article);
    var passages = Passages.of(zones, phrasings.of(article.category()));
    var readings = reader.map(model -> model.read(passages)).orElse(List.of());
    var document = new Documents(lexicon).of(article.id(), zones, passages, readings);
    try {
      files.writer().updateDocument(new Term(Documents.ID, article.id()), document);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the search index", failure);
    }
  }

  private void refresh() {
    try {
      files.searchers().maybeRefreshBlocking();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private <T> T searching(Search<T> search) {
    var searchers = files.searchers();
    try {
      var searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | RuntimeException | InternalError failure) { // a cut file is an error
      suspected = true;
      throw new UnreadableIndex(failure);
    }
  }

  /// Whether the files are there as they were written. After a search that failed, and when asked
  /// to look closely, every byte of them is read.
  public boolean isWhole(boolean closely) {
    boolean whole = files.areThere() && (!(closely || suspected) || files.areSound());
    if (whole) suspected = false;
    return whole;
  }

  /// Throws everything away, whatever state it is in, and goes on as an empty index without mark.
  public void startAnew() {
    try {
      files.startAnew();
      suspected = false;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot start the search index anew", failure);
    }
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
