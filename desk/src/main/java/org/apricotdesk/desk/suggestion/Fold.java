package org.apricotdesk.desk.suggestion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.suggestion.SuggestionEvent.What;

/// What an event makes of a suggestion.
final class Fold {
  private final Suggestion before;
  private final SuggestionEvent event;
  private Stage stage;
  private Set<PersonId> supporters;
  private Optional<SuggestionNumber> into;
  private Optional<Layer> layer;
  private Optional<TeamId> team;
  private List<Score> scores;
  private Optional<Integer> feasibility;
  private Optional<PersonId> owner;
  private Optional<LocalDate> plannedEnd;
  private Set<org.apricotdesk.desk.staff.DepartmentId> pilot;
  private Optional<Baseline> baseline;
  private Optional<BigDecimal> measured;
  private Optional<Instant> measuredAt;
  private String word;

  private Fold(Suggestion before, SuggestionEvent event) {
    this.before = before;
    this.event = event;
    stage = before.stage();
    supporters = before.supporters();
    into = before.into();
    layer = before.layer();
    team = before.team();
    scores = before.scores();
    feasibility = before.feasibility();
    owner = before.owner();
    plannedEnd = before.plannedEnd();
    pilot = before.pilot();
    baseline = before.baseline();
    measured = before.measured();
    measuredAt = before.measuredAt();
    word = before.word();
  }

  static Suggestion first(SuggestionEvent event) {
    if (!(event.what() instanceof What.Submitted what))
      throw new IllegalStateException("no suggestion begins by " + event.what().type());
    return new Suggestion(
        event.suggestion(),
        event.sequence(),
        Stage.SUBMITTED,
        what.title(),
        what.text(),
        what.proposer(),
        what.campus(),
        what.department(),
        what.origin(),
        event.at(),
        event.at(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static Suggestion after(Suggestion before, SuggestionEvent event) {
    var fold = new Fold(before, event);
    fold.happens(event.what());
    return fold.suggestion();
  }

  private void happens(What what) {
    switch (what) {
      case What.Submitted _ -> {}
      case What.Triaged(var to, var whose) -> {
        stage = Stage.TRIAGED;
        layer = Optional.of(to);
        team = Optional.of(whose);
      }
      case What.MergedInto(var other) -> {
        stage = Stage.MERGED;
        into = Optional.of(new SuggestionNumber(other));
      }
      case What.Seconded(var who) -> supporters = with(who);
      case What.Scored(var score) -> scores = with(score);
      case What.Assessed(var mark) -> feasibility = Optional.of(mark);
      case What.Approved(var by, var end, var note) -> {
        stage = Stage.APPROVED;
        owner = Optional.of(by);
        plannedEnd = Optional.of(end);
        word = note;
      }
      case What.Deferred(var note) -> {
        stage = Stage.DEFERRED;
        word = note;
      }
      case What.Rejected(var _, var text) -> {
        stage = Stage.REJECTED;
        word = text;
      }
      case What.Measurable(var there) -> baseline = Optional.of(there);
      case What.Moved moved -> {
        stage = moved.to();
        if (!moved.pilot().isEmpty()) pilot = moved.pilot();
        word = moved.note();
      }
      case What.Measured(var value, var result, var _, var note) -> {
        measured = Optional.of(value);
        measuredAt = Optional.of(event.at());
        stage = result == Baseline.Result.MISSED ? Stage.FAILED : Stage.ACCEPTED;
        word = note;
      }
      case What.FedBack(var text) -> {
        stage = Stage.FED_BACK;
        word = text;
      }
      case What.Withdrawn() -> stage = Stage.WITHDRAWN;
    }
  }

  private Set<PersonId> with(Set<PersonId> more) {
    var all = new HashSet<>(supporters);
    all.addAll(more);
    all.remove(before.proposer());
    return all;
  }

  private List<Score> with(Score score) {
    var all = new ArrayList<>(scores);
    all.removeIf(one -> one.by().equals(score.by()));
    all.add(score);
    return all;
  }

  private Suggestion suggestion() {
    return new Suggestion(
        before.number(),
        event.sequence(),
        stage,
        before.title(),
        before.text(),
        before.proposer(),
        before.campus(),
        before.department(),
        before.origin(),
        before.submitted(),
        stage == before.stage() ? before.reached() : event.at(),
        supporters,
        into,
        layer,
        team,
        scores,
        feasibility,
        owner,
        plannedEnd,
        pilot,
        baseline,
        measured,
        measuredAt,
        word);
  }
}
