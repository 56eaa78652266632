package org.apricotdesk.desk.suggestion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;

/// What somebody wants to happen to a suggestion. Whether it does is an [Answer].
public sealed interface Wish {
  PersonId by();

  record Triage(PersonId by, Layer layer, TeamId team) implements Wish {}

  /// It is the same as another one; all who wished for it now wish for that.
  record MergeInto(PersonId by, SuggestionNumber other) implements Wish {}

  /// I wish for it too.
  record Second(PersonId by) implements Wish {}

  /// Put on the agenda of the panel.
  record Review(PersonId by) implements Wish {}

  record Vote(PersonId by, Score score) implements Wish {}

  record Assess(PersonId by, int feasibility) implements Wish {}

  /// @param note why, where the score alone would not say so
  record Approve(PersonId by, PersonId owner, LocalDate plannedEnd, String note) implements Wish {}

  record Defer(PersonId by, String note) implements Wish {}

  record Reject(PersonId by, RejectionReason reason, String text) implements Wish {}

  record SetBaseline(PersonId by, Baseline baseline) implements Wish {}

  /// The next step of the way.
  ///
  /// @param pilot where it is tried, for [Stage#PILOTING]
  /// @param skip why steps between are left out
  record Advance(PersonId by, Stage to, Set<DepartmentId> pilot, String note, String skip)
      implements Wish {}

  record Measure(PersonId by, BigDecimal value, String note) implements Wish {}

  record FeedBack(PersonId by, String text) implements Wish {}

  record Withdraw(PersonId by) implements Wish {}
}
