package org.apricotdesk.bot.dialogue;

import java.time.ZoneId;
import java.util.Optional;
import org.apricotdesk.bot.understanding.ArticleCategories;
import org.apricotdesk.bot.understanding.ArticleHints;
import org.apricotdesk.bot.understanding.Hints;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.knowledge.Hit;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.ArticleId;

/// Asks the knowledge base.
///
/// It is asked in the middle of a transaction, so it must bring connections of its own: a message
/// that holds one and waits for a second from the same pool could wait for itself.
public final class KnowledgeAdvice implements Advice {
  private static final int MOST_CHOICES = 3;

  private final Knowledge knowledge;
  private final ZoneId zone;
  private final ArticleCategories categories;
  private final Hints hints;

  /// @param knowledge opened on a pool that no transaction of the bot uses
  /// @param zone in which articles have their days
  public KnowledgeAdvice(Knowledge knowledge, ZoneId zone) {
    this.knowledge = knowledge;
    this.zone = zone;
    this.categories = new ArticleCategories(knowledge.articles()::categories);
    this.hints = new ArticleHints(knowledge.answers(), categories::of);
  }

  @Override
  public Hints hints() {
    return hints;
  }

  @Override
  public Advised on(String text, CampusId campus) {
    var reply = knowledge.ask(text);
    var shown =
        reply.shown().stream()
            .filter(hit -> holdsAt(hit, campus))
            .limit(MOST_CHOICES)
            .map(this::article)
            .toList();
    if (shown.isEmpty()) return new None();
    return switch (reply.band()) {
      case ANSWER -> new Sure(shown.getFirst());
      case CHOICES -> shown.size() > 1 ? new Several(shown) : new None();
      case NONE -> new None();
    };
  }

  private static boolean holdsAt(Hit hit, CampusId campus) {
    var only = hit.article().content().campus();
    return only.isBlank() || only.equals(campus.value());
  }

  @Override
  public Optional<Article> article(String id) {
    return knowledge.articles().find(new ArticleId(id)).map(found -> article(new Hit(found, 0)));
  }

  @Override
  public void unanswered(String text) {
    knowledge.gaps().unanswered(text);
  }

  @Override
  public void returned(PersonId person, CategoryCode subject) {
    knowledge.feedback().returned(person.value(), article -> isAbout(article, subject));
  }

  /// The subject is the system: whoever could not print and now reports the printer, comes back.
  private boolean isAbout(ArticleId article, CategoryCode subject) {
    return categories
        .of(article.value())
        .filter(code -> new CategoryCode(code).system().equals(subject.system()))
        .isPresent();
  }

  @Override
  public void shown(String article, PersonId to) {
    knowledge.feedback().shown(new ArticleId(article), to.value());
  }

  @Override
  public void judged(String article, PersonId by, boolean helped) {
    knowledge.feedback().judged(new ArticleId(article), by.value(), helped);
  }

  private Article article(Hit hit) {
    var found = hit.article();
    var content = found.content();
    return new Article(found.id().value(), content.title(), content.steps(), found.updatedOn(zone));
  }
}
