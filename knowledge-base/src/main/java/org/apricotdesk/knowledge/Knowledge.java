package org.apricotdesk.knowledge;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.knowledge.answer.Answer;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.answer.Band;
import org.apricotdesk.knowledge.article.ArticleId;
import org.apricotdesk.knowledge.article.Articles;
import org.apricotdesk.knowledge.article.PatientDataScan;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.feedback.Fared;
import org.apricotdesk.knowledge.feedback.Feedback;
import org.apricotdesk.knowledge.gap.Gaps;
import org.apricotdesk.knowledge.search.Found;
import org.apricotdesk.knowledge.search.Pieces;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.apricotdesk.knowledge.search.UnreadableIndex;
import org.apricotdesk.knowledge.synonym.Synonyms;

/// The knowledge base of one instance. Its methods wait for the database: call them from virtual
/// threads.
public final class Knowledge implements AutoCloseable {
  private static final int CLOSER_LOOK = 10;

  private final Clock clock;
  private final KnowledgeFiles files;
  private final Optional<Embedder> embedder;
  private final SearchIndex index;
  private final IndexFollower follower;
  private final Answers answers;
  private final Articles articles;
  private final Feedback feedback;
  private final Gaps gaps;
  private final Synonyms synonyms;

  private Knowledge(Database database, KnowledgeFiles files, Clock clock, PatientDataScan scan) {
    this.clock = clock;
    this.files = files;
    this.embedder = files.opened().embedder();
    this.index = files.opened().index();
    this.articles = new Articles(database, clock, scan);
    this.feedback = new Feedback(database, clock);
    this.gaps = new Gaps(database, embedder, clock);
    this.synonyms = new Synonyms(database, clock);
    this.answers = new Answers(index, synonyms::beside);
    this.follower = new IndexFollower(database, index);
  }

  /// Opens the knowledge base; its schema `knowledge` has been migrated. The index catches up
  /// in the background.
  ///
  /// @param patientData whether a text holds data of a patient, which no article may
  public static Knowledge open(
      Database database, Path dataDir, Clock clock, Predicate<String> patientData) {
    var knowledge = open(database, KnowledgeFiles.in(dataDir), clock, patientData);
    knowledge.follow();
    return knowledge;
  }

  /// The same with files that were begun to be opened before, which are closed with it. The index
  /// stays as it is until [#follow()].
  public static Knowledge open(
      Database database, KnowledgeFiles files, Clock clock, Predicate<String> patientData) {
    return new Knowledge(database, files, clock, new PatientDataScan(patientData));
  }

  /// Begins to keep the index at what the database says. Where it has to be written anew this takes
  /// all processors for some seconds, so a start that has other things to do does it last.
  public void follow() {
    follower.start();
  }

  /// Answers a question, or says it cannot.
  ///
  /// @param question without patient data
  public Reply ask(String question) {
    return answer(question).map(this::reply).orElseGet(() -> withoutIndex(question));
  }

  /// What the index says; empty while it cannot be relied on.
  private Optional<Answer> answer(String question) {
    if (!follower.isCaughtUp()) return Optional.empty();
    try {
      var answer = answers.answer(question, CLOSER_LOOK);
      // It may have been emptied meanwhile, to be written anew.
      return follower.isCaughtUp() ? Optional.of(answer) : Optional.empty();
    } catch (UnreadableIndex _) { // the follower notices and writes it anew
      return Optional.empty();
    }
  }

  private Reply reply(Answer answer) {
    var hits = hits(answer);
    return new Reply(hits.isEmpty() ? Band.NONE : answer.band(), answer.confidence(), hits);
  }

  /// While the index is being written or is damaged, the database is searched. That is too crude to
  /// answer by itself: what it finds is for those who search.
  private Reply withoutIndex(String question) {
    var today = LocalDate.now(clock);
    var found = articles.holding(Pieces.of(synonyms.beside(question)), CLOSER_LOOK);
    var hits = new ArrayList<Hit>();
    for (var article : found) {
      if (article.mayBeOffered(today)) hits.add(new Hit(article, found.size() - hits.size()));
    }
    return new Reply(Band.NONE, 0, hits);
  }

  /// Answers from the index, without a look at what the database says of the articles.
  public Answers answers() {
    return answers;
  }

  public Articles articles() {
    return articles;
  }

  public Feedback feedback() {
    return feedback;
  }

  public Gaps gaps() {
    return gaps;
  }

  public Synonyms synonyms() {
    return synonyms;
  }

  /// Waits until the index has seen every article there was at the start; questions asked before
  /// are not answered.
  ///
  /// @return false if that takes longer
  public boolean awaitIndex(Duration most) throws InterruptedException {
    return follower.awaitBegun(most);
  }

  public Health health() {
    boolean byMeaning = embedder.isPresent();
    try {
      return new Health(follower.isCaughtUp(), byMeaning, index.size());
    } catch (UnreadableIndex _) { // it is being written anew
      return new Health(false, byMeaning, 0);
    }
  }

  /// The index may be a second behind and knows no dates, so the database has the last word on what
  /// may be offered.
  private List<Hit> hits(Answer answer) {
    var today = LocalDate.now(clock);
    var fared = feedback.of(answer.found().stream().map(Found::id).toList());
    var out = new ArrayList<Hit>();
    for (var article :
        articles.find(answer.found().stream().map(one -> new ArticleId(one.id())).toList())) {
      if (!article.mayBeOffered(today)) continue;
      var id = article.id().value();
      double bonus = fared.getOrDefault(id, Fared.NONE).bonus();
      out.add(new Hit(article, score(answer, id) + bonus));
    }
    out.sort(Comparator.comparingDouble((Hit hit) -> -hit.score()));
    return out;
  }

  private static double score(Answer answer, String id) {
    return answer.found().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .score();
  }

  @Override
  public void close() {
    follower.close();
    files.close();
  }

  /// @param caughtUp whether the index holds all there was at the start
  /// @param byMeaning whether the embedding model works; search by words works without
  public record Health(boolean caughtUp, boolean byMeaning, int articles) {}
}
