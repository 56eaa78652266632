package org.apricotdesk.bot.dialogue;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apricotdesk.bot.understanding.Hints;
import org.apricotdesk.bot.understanding.Register;
import org.apricotdesk.bot.understanding.Sentence;
import org.apricotdesk.bot.understanding.Understanding;
import org.apricotdesk.bot.understanding.Understood;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.catalogue.Category;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Role;

/// What sentences mean by the catalogue and the departments of today.
final class Meaning {
  private static final int KEPT = 2_000;
  private static final long LOOK_AGAIN = Duration.ofSeconds(10).toNanos();

  private final People people;
  private final Catalogue catalogue;
  private final Hints hints;
  private volatile Known known;

  private record Known(
      List<Category> categories,
      Register register,
      Understanding understanding,
      Map<Sentence, Understood> said,
      long since) {
    /// One message is read several times on its way; each reading is kept for a moment.
    Understood understand(Sentence sentence) {
      return said.size() < KEPT
          ? said.computeIfAbsent(sentence, understanding::understand)
          : understanding.understand(sentence);
    }
  }

  Meaning(People people, Catalogue catalogue, Hints hints) {
    this.people = people;
    this.catalogue = catalogue;
    this.hints = hints;
    this.known = learn();
  }

  Understood understand(Sentence sentence) {
    return current().understand(sentence);
  }

  boolean continues(Understood before, Sentence next) {
    return current().understanding().continues(before, next);
  }

  private Known current() {
    var before = known;
    if (System.nanoTime() - before.since() < LOOK_AGAIN) {
      return before;
    }
    known = isUpToDate(before) ? of(before.understanding()) : learn();
    return known;
  }

  private boolean isUpToDate(Known before) {
    return before.categories().equals(catalogue.leaves()) && before.register().equals(register());
  }

  private Known learn() {
    return of(new Understanding(catalogue.leaves(), register(), hints));
  }

  /// Those who dispatch work are the desk; what they are called is no place where anything fails.
  private Register register() {
    var desk =
        people.having(Role.DISPATCHER).stream()
            .flatMap(person -> person.department().stream())
            .collect(toSet());
    return new Register(people.departments(), people.campuses(), desk);
  }

  private Known of(Understanding understanding) {
    return new Known(
        List.copyOf(catalogue.leaves()),
        register(),
        understanding,
        new ConcurrentHashMap<>(),
        System.nanoTime());
  }
}
