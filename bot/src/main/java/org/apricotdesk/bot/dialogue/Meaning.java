package org.apricotdesk.bot.dialogue;

import java.time.Duration;
import java.util.List;
import org.apricotdesk.bot.understanding.Sentence;
import org.apricotdesk.bot.understanding.Understanding;
import org.apricotdesk.bot.understanding.Understood;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.People;

/// What sentences mean by the catalogue and the departments of today.
final class Meaning {
  private static final long LOOK_AGAIN = Duration.ofSeconds(10).toNanos();

  private final People people;
  private final Catalogue catalogue;
  private volatile Known known;

  private record Known(
      List<Category> categories,
      List<Department> departments,
      Understanding understanding,
      long since) {}

  Meaning(People people, Catalogue catalogue) {
    this.people = people;
    this.catalogue = catalogue;
    this.known = learn();
  }

  Understood understand(Sentence sentence) {
    return current().understand(sentence);
  }

  boolean continues(Understood before, Sentence next) {
    return current().continues(before, next);
  }

  private Understanding current() {
    var before = known;
    if (System.nanoTime() - before.since() < LOOK_AGAIN) {
      return before.understanding();
    }
    var same =
        before.categories().equals(catalogue.leaves())
            && before.departments().equals(people.departments());
    known =
        same
            ? new Known(
                before.categories(),
                before.departments(),
                before.understanding(),
                System.nanoTime())
            : learn();
    return known.understanding();
  }

  private Known learn() {
    var categories = List.copyOf(catalogue.leaves());
    var departments = List.copyOf(people.departments());
    return new Known(
        categories, departments, new Understanding(categories, departments), System.nanoTime());
  }
}
