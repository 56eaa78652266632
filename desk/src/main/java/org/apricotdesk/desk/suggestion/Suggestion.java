package org.apricotdesk.desk.suggestion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;

/// A suggestion as it stands. It is the fold of its [SuggestionEvent]s.
///
/// @param supporters who wishes the same, and the proposers of those merged into it
/// @param into what it was merged into
/// @param scores one a reviewer
/// @param feasibility 1 to 5, as the information department judges
/// @param pilot where it is tried
/// @param reached when it entered where it stands
/// @param measuredAt when what came of it was measured for the last time
public record Suggestion(
    SuggestionNumber number,
    int version,
    Stage stage,
    String title,
    String text,
    PersonId proposer,
    CampusId campus,
    Optional<DepartmentId> department,
    Origin origin,
    Instant submitted,
    Instant reached,
    Set<PersonId> supporters,
    Optional<SuggestionNumber> into,
    Optional<Layer> layer,
    Optional<TeamId> team,
    List<Score> scores,
    Optional<Integer> feasibility,
    Optional<PersonId> owner,
    Optional<LocalDate> plannedEnd,
    Set<DepartmentId> pilot,
    Optional<Baseline> baseline,
    Optional<BigDecimal> measured,
    Optional<Instant> measuredAt,
    String word) {
  public Suggestion {
    supporters = Set.copyOf(supporters);
    scores = List.copyOf(scores);
    pilot = Set.copyOf(pilot);
  }

  /// What the reviewers think; empty before anybody has.
  public Optional<Rubric> rubric() {
    return scores.isEmpty() ? Optional.empty() : Optional.of(Rubric.of(scores));
  }

  /// Whether what was measured was good enough; so also of what failed and is being made anew.
  public boolean isGoodEnough() {
    return baseline
        .flatMap(there -> measured.map(there::result))
        .filter(result -> result != Baseline.Result.MISSED)
        .isPresent();
  }

  /// What was gained; empty before it was measured.
  public Optional<BigDecimal> gain() {
    return baseline.flatMap(there -> measured.map(there::gain));
  }
}
