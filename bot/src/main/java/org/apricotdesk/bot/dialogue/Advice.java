package org.apricotdesk.bot.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.bot.understanding.Hints;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;

/// What the knowledge base has to say, as far as the conversation needs it.
public interface Advice {
  /// How sure the knowledge base is.
  sealed interface Advised {}

  record Sure(Article article) implements Advised {}

  record Several(List<Article> articles) implements Advised {
    public Several {
      articles = List.copyOf(articles);
    }
  }

  record None() implements Advised {}

  /// @param steps what to do, one line each
  /// @param updatedOn since when it says that
  record Article(String id, String title, List<String> steps, LocalDate updatedOn) {
    public Article {
      steps = List.copyOf(steps);
    }
  }

  /// Knows nothing: every report becomes a ticket.
  Advice SILENT =
      new Advice() {
        @Override
        public Advised on(String text, CampusId campus) {
          return new None();
        }

        @Override
        public Optional<Article> article(String id) {
          return Optional.empty();
        }

        @Override
        public void shown(String article, PersonId to) {}

        @Override
        public void judged(String article, PersonId by, boolean helped) {}
      };

  /// @param campus where it shall help: an article of another campus is no advice
  Advised on(String text, CampusId campus);

  Optional<Article> article(String id);

  /// The title of the article that would be the answer, or nothing.
  default String hint(String text, CampusId campus) {
    return on(text, campus) instanceof Sure(var article) ? article.title() : "";
  }

  /// What the knowledge base thinks a text is about.
  default Hints hints() {
    return Hints.NONE;
  }

  /// Nothing was found for it; somebody may want to write an article.
  default void unanswered(String text) {}

  /// Somebody reports again: what they were shown on that subject did not help.
  default void returned(PersonId person, CategoryCode subject) {}

  /// It was shown to somebody.
  void shown(String article, PersonId to);

  /// Somebody said whether it helped.
  void judged(String article, PersonId by, boolean helped);
}
