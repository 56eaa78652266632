package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.ticket.NewTicket;

/// What would become of a sentence if somebody said it to the bot (implemented by `bot.dialogue`).
@FunctionalInterface
public interface Rehearsal {
  /// The things the sentence says, the more serious first; nothing is recorded or answered.
  List<Heard> hear(Person speaker, String sentence);

  /// One thing said.
  ///
  /// @param kind `fault`, `question`, `suggestion` and so on
  /// @param confidence how sure the category is, 0 to 1
  /// @param reasons the words each decision rested on
  /// @param report what it would be reported as; empty for what needs no work
  record Heard(
      String text,
      String kind,
      Optional<CategoryCode> category,
      double confidence,
      List<Reason> reasons,
      Optional<NewTicket> report) {
    public Heard {
      reasons = List.copyOf(reasons);
    }
  }

  /// @param aspect which decision, such as `category`
  record Reason(String aspect, String words) {}
}
