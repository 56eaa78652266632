package org.apricotdesk.desk.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// What somebody wants to happen to an incident. Whether it does is an [Answer].
public sealed interface Wish {
  PersonId by();

  /// It is none.
  record Dismiss(PersonId by, String reason) implements Wish {}

  /// It is one: everybody is told, reports are linked, a clock for the next word starts.
  ///
  /// @param categories empty keeps those suspected
  /// @param next when those affected hear more; empty by the level's rhythm
  record Declare(
      PersonId by,
      Level level,
      String title,
      Set<String> categories,
      Area area,
      String symptom,
      String action,
      String workaround,
      Optional<Instant> started,
      Optional<Instant> next)
      implements Wish {}

  record Update(PersonId by, String text, String workaround, Optional<Instant> next)
      implements Wish {}

  record ChangeArea(PersonId by, Area to, String reason) implements Wish {}

  record ChangeLevel(PersonId by, Level to, String reason) implements Wish {}

  /// It works again in some places.
  record RestorePart(PersonId by, Set<DepartmentId> departments, String text) implements Wish {}

  record Restore(PersonId by, String text, String backfill) implements Wish {}

  /// A place says whether it works again.
  record AnswerCall(PersonId by, DepartmentId department, boolean works) implements Wish {}

  record WriteReview(PersonId by, Review review) implements Wish {}

  record FinishMeasure(PersonId by, int measure) implements Wish {}

  /// @param note why it is closed although places are silent or say that it does not work
  record Close(PersonId by, String note) implements Wish {}
}
