package org.apricotdesk.bot.dialogue;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apricotdesk.desk.staff.Role;

/// Something people can say: its name, who may say it, and what answers. The words, and the line
/// of help, stand in the bundle under that name; a card's button carries the name as its key.
///
/// @param applies whether it means that now: a lone "2" is a choice only after one was offered
record Phrase(String name, Set<Role> who, Predicate<Said> applies, Function<Said, Turn> answer) {
  /// Those who work on tickets.
  static final Set<Role> DESK =
      EnumSet.of(
          Role.ENGINEER, Role.DISPATCHER, Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

  Phrase(String name, Set<Role> who, Function<Said, Turn> answer) {
    this(name, who, _ -> true, answer);
  }

  boolean mayBeSaidBy(Set<Role> roles) {
    return who.equals(EVERYBODY) || roles.stream().anyMatch(who::contains);
  }
}
