package org.apricotdesk.knowledge.article;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apricotdesk.config.database.Database;

/// Articles: written, published, retired; every revision is kept.
///
/// Whoever opens the knowledge base says what patient data looks like; an article that holds some
/// cannot be published.
public final class Articles {
  private static final int MOST = 500;

  private final Database database;
  private final Clock clock;
  private final PatientDataScan scan;

  public Articles(Database database, Clock clock, PatientDataScan scan) {
    this.database = database;
    this.clock = clock;
    this.scan = scan;
  }

  public Optional<Article> find(ArticleId id) {
    return new ArticleStore(database.pool()).find(id);
  }

  /// Those of them that exist, in any order.
  public List<Article> find(List<ArticleId> ids) {
    return new ArticleStore(database.pool()).find(ids);
  }

  /// The category of each published article that has one, by the article's id.
  public Map<String, String> categories() {
    return new ArticleStore(database.pool()).categories();
  }

  /// A page of all articles in the order of their ids.
  ///
  /// @param after the last id of the page before, or empty
  public List<Article> page(String after, int limit) {
    return titled("", Optional.empty(), after, limit);
  }

  /// A page of those in one state.
  public List<Article> page(ArticleState state, String after, int limit) {
    return titled("", Optional.of(state), after, limit);
  }

  /// A page of those in whose title or id the words stand as they were typed, in any state.
  public List<Article> titled(String words, Optional<ArticleState> state, String after, int limit) {
    var store = new ArticleStore(database.pool());
    return store.titled(words, state, after, Math.min(limit, MOST));
  }

  /// How many of those there are.
  public int countTitled(String words, Optional<ArticleState> state) {
    return new ArticleStore(database.pool()).countTitled(words, state);
  }

  /// Published articles that have to be looked over by that day, the most urgent first.
  public List<Article> toReview(LocalDate until) {
    return new ArticleStore(database.pool()).toReview(until, MOST);
  }

  /// Published articles whose title or symptoms hold most of the pieces, straight from the
  /// database. Slower and cruder than the index: for while there is none.
  public List<Article> holding(List<String> pieces, int limit) {
    return new ArticleStore(database.pool()).holding(pieces, limit);
  }

  /// Newest first.
  public List<Revision> revisions(ArticleId id) {
    return new ArticleStore(database.pool()).revisions(id, MOST);
  }

  /// Starts an article nobody finds yet.
  public Article draft(Content content, String actor) {
    return database.inTransaction(tx -> draft(tx, content, actor));
  }

  public Article draft(SqlConnection tx, Content content, String actor) {
    var store = new ArticleStore(tx);
    var article = new Article(store.next(), content, ArticleState.DRAFT, 1, clock.instant());
    return keep(store, article, actor);
  }

  /// The same under an id of the caller's; if there is one by that id, it stays as it is.
  public Article draft(ArticleId id, Content content, String actor) {
    return database.inTransaction(
        tx -> {
          var store = new ArticleStore(tx);
          var fresh = new Article(id, content, ArticleState.DRAFT, 1, clock.instant());
          return store.lock(id).orElseGet(() -> keep(store, fresh, actor));
        });
  }

  /// Says something else from now on. A published article stays published if that is allowed.
  ///
  /// @param read the revision that was read before it was changed; any other is refused
  public Outcome revise(ArticleId id, int read, Content content, String actor) {
    return database.inTransaction(tx -> revise(tx, id, read, content, actor));
  }

  public Outcome revise(SqlConnection tx, ArticleId id, int read, Content content, String actor) {
    var now = new ArticleStore(tx).lock(id);
    if (now.isPresent() && now.get().revision() != read) return new Outcome.Outdated(now.get());
    return change(tx, id, actor, before -> with(before, content, before.state()));
  }

  public Outcome publish(ArticleId id, String actor) {
    return database.inTransaction(tx -> publish(tx, id, actor));
  }

  public Outcome publish(SqlConnection tx, ArticleId id, String actor) {
    return change(tx, id, actor, before -> with(before, before.content(), ArticleState.PUBLISHED));
  }

  public Outcome retire(ArticleId id, String actor) {
    return database.inTransaction(tx -> retire(tx, id, actor));
  }

  public Outcome retire(SqlConnection tx, ArticleId id, String actor) {
    return change(tx, id, actor, before -> with(before, before.content(), ArticleState.RETIRED));
  }

  /// Stores and publishes what was read from files: everything, or nothing if a row is refused.
  public ImportReport importAll(ReadArticles read, String actor) {
    var refused = new ArrayList<>(read.refused());
    read.articles().stream()
        .filter(one -> scan.finds(one.content()))
        .forEach(
            one -> refused.add(new ImportReport.Refused(one.where(), "patient data in the text")));
    if (!refused.isEmpty()) return ImportReport.refusing(refused);
    return database.inTransaction(tx -> store(new ArticleStore(tx), read, actor));
  }

  private ImportReport store(ArticleStore store, ReadArticles read, String actor) {
    int added = 0;
    int changed = 0;
    for (var one : read.articles()) {
      var id = one.id().isEmpty() ? store.next() : new ArticleId(one.id());
      var before = store.lock(id);
      if (before.isPresent() && isSame(before.get(), one.content())) continue;
      if (before.isEmpty()) added++;
      else changed++;
      int revision = before.map(Article::revision).orElse(0) + 1;
      var state = ArticleState.PUBLISHED;
      keep(store, new Article(id, one.content(), state, revision, clock.instant()), actor);
    }
    return new ImportReport(added, changed, read.articles().size() - added - changed, List.of());
  }

  private static boolean isSame(Article before, Content content) {
    return before.content().equals(content) && before.state() == ArticleState.PUBLISHED;
  }

  private Outcome change(
      SqlConnection tx, ArticleId id, String actor, UnaryOperator<Article> change) {
    var store = new ArticleStore(tx);
    var before = store.lock(id);
    if (before.isEmpty()) return new Outcome.Unknown(id);
    var after = change.apply(before.get());
    if (after.state() == ArticleState.PUBLISHED && scan.finds(after.content())) {
      return new Outcome.HoldsPatientData(id);
    }
    return new Outcome.Done(keep(store, after, actor));
  }

  private Article with(Article before, Content content, ArticleState state) {
    return new Article(before.id(), content, state, before.revision() + 1, clock.instant());
  }

  private static Article keep(ArticleStore store, Article article, String actor) {
    store.save(article);
    store.record(article, actor);
    return article;
  }
}
