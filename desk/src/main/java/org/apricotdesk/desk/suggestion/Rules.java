package org.apricotdesk.desk.suggestion;

import static org.apricotdesk.desk.suggestion.Refusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.suggestion.SuggestionEvent.What;

/// The rules of a suggestion: what a wish leads to. Pure; it looks, and says.
///
/// @param isStaff whether somebody works here
/// @param other the suggestion to merge into, if the wish names one
record Rules(
    Suggestion suggestion,
    Person by,
    Predicate<PersonId> isStaff,
    Optional<Suggestion> other,
    LocalDate today) {
  private static final int LONGEST = 1000;

  /// What happens, or why nothing does.
  sealed interface Outcome {
    record Happens(What what) implements Outcome {}

    record Not(Refusal why) implements Outcome {}
  }

  Outcome decide(Wish wish) {
    return switch (wish) {
      case Wish.Triage triage -> triage(triage);
      case Wish.MergeInto merge -> merge(merge);
      case Wish.Second _ -> second();
      case Wish.Review _ -> review();
      case Wish.Vote vote -> vote(vote);
      case Wish.Assess assess -> assess(assess);
      case Wish.Approve approve -> approve(approve);
      case Wish.Defer defer -> defer(defer);
      case Wish.Reject reject -> reject(reject);
      case Wish.SetBaseline set -> baseline(set);
      case Wish.Advance advance -> advance(advance);
      case Wish.Measure measure -> measure(measure);
      case Wish.FeedBack feedBack -> feedBack(feedBack);
      case Wish.Withdraw _ -> withdraw();
    };
  }

  private Outcome triage(Wish.Triage triage) {
    if (!triages()) return not(NOT_ALLOWED);
    if (stage() != Stage.SUBMITTED && stage() != Stage.TRIAGED) return not(NOT_NOW);
    return happens(new What.Triaged(triage.layer(), triage.team()));
  }

  private Outcome merge(Wish.MergeInto merge) {
    if (!triages()) return not(NOT_ALLOWED);
    if (stage().compareTo(Stage.IN_REVIEW) > 0 || stage() == Stage.MERGED) return not(NOT_NOW);
    if (merge.other().equals(suggestion.number())) return not(SAME_SUGGESTION);
    if (other.isEmpty() || other.get().stage().isOver()) return not(UNKNOWN_SUGGESTION);
    return happens(new What.MergedInto(merge.other().value()));
  }

  private Outcome second() {
    if (stage().isOver() || stage() == Stage.REJECTED) return not(NOT_NOW);
    if (by.id().equals(suggestion.proposer())) return not(OWN_WISH);
    if (suggestion.supporters().contains(by.id())) return not(ALREADY_SECONDED);
    return happens(new What.Seconded(Set.of(by.id())));
  }

  private Outcome review() {
    if (!triages()) return not(NOT_ALLOWED);
    if (stage() != Stage.TRIAGED && stage() != Stage.DEFERRED) return not(NOT_NOW);
    return happens(new What.Moved(stage(), Stage.IN_REVIEW, Set.of(), "", ""));
  }

  private Outcome vote(Wish.Vote vote) {
    if (!by.is(Role.CMIO)
        && !by.is(Role.CLINICAL_REVIEWER)
        && !by.is(Role.FUNCTIONAL_APPROVER)
        && !by.is(Role.LIAISON)
        && !by.is(Role.ENGINEER)
        && !leads()) return not(NOT_ALLOWED);
    if (by.id().equals(suggestion.proposer())) return not(OWN_WISH);
    if (stage() != Stage.IN_REVIEW) return not(NOT_NOW);
    return vote.score().inRange() ? happens(new What.Scored(vote.score())) : not(MARK_OUT_OF_RANGE);
  }

  private Outcome assess(Wish.Assess assess) {
    if (!leads() && !by.is(Role.ENGINEER)) return not(NOT_ALLOWED);
    if (stage() != Stage.TRIAGED && stage() != Stage.IN_REVIEW) return not(NOT_NOW);
    return assess.feasibility() < 1 || assess.feasibility() > 5
        ? not(MARK_OUT_OF_RANGE)
        : happens(new What.Assessed(assess.feasibility()));
  }

  /// Foundation work that something demands needs no score, but then a note says what demands it.
  private Outcome approve(Wish.Approve approve) {
    if (!directs() && !by.is(Role.CMIO)) return not(NOT_ALLOWED);
    var demanded =
        suggestion.layer().equals(Optional.of(Layer.FOUNDATION)) && !approve.note().isBlank();
    var reviewed = stage() == Stage.IN_REVIEW;
    if (!reviewed && !(demanded && stage() == Stage.TRIAGED)) return not(NOT_NOW);
    if (suggestion.feasibility().equals(Optional.of(1))) return not(NOT_FEASIBLE);
    if (!demanded) {
      if (!Rubric.isQuorum(suggestion.scores())) return not(NO_QUORUM);
      var band = Rubric.of(suggestion.scores()).band();
      if (band.compareTo(Rubric.Band.APPROVE_PLANNED) > 0) return not(SCORE_TOO_LOW);
    }
    if (!isStaff.test(approve.owner())) return not(OWNER_UNKNOWN);
    if (approve.plannedEnd().isBefore(today)) return not(DATE_PAST);
    return happens(
        new What.Approved(approve.owner(), approve.plannedEnd(), approve.note().strip()));
  }

  private Outcome defer(Wish.Defer defer) {
    if (!directs() && !by.is(Role.CMIO)) return not(NOT_ALLOWED);
    if (stage().compareTo(Stage.ACCEPTED) >= 0
        || stage() == Stage.DEFERRED
        || stage() == Stage.REJECTED
        || stage() == Stage.MERGED) return not(NOT_NOW);
    if (defer.note().isBlank()) return not(TEXT_MISSING);
    return happens(new What.Deferred(defer.note().strip()));
  }

  private Outcome reject(Wish.Reject reject) {
    if (!directs() && !by.is(Role.CMIO)) return not(NOT_ALLOWED);
    if (stage().compareTo(Stage.APPROVED) >= 0
        || stage() == Stage.REJECTED
        || stage() == Stage.MERGED) return not(NOT_NOW);
    if (reject.text().isBlank()) return not(TEXT_MISSING);
    if (tooLong(reject.text())) return not(TEXT_TOO_LONG);
    return happens(new What.Rejected(reject.reason(), reject.text().strip()));
  }

  private Outcome baseline(Wish.SetBaseline set) {
    if (!makes()) return not(NOT_ALLOWED);
    if (!stage().isBeingMade() || stage().compareTo(Stage.PILOTING) >= 0) return not(NOT_NOW);
    var baseline = set.baseline();
    if (baseline.indicator().isBlank() || baseline.source().isBlank()) return not(TEXT_MISSING);
    if (baseline.before().signum() == 0 || baseline.before().compareTo(baseline.target()) == 0)
      return not(BASELINE_UNFIT);
    return happens(new What.Measurable(baseline));
  }

  private Outcome advance(Wish.Advance advance) {
    if (!makes()) return not(NOT_ALLOWED);
    if (!Path.leads(stage(), advance.to())) return not(NOT_NOW);
    var skipped = Path.skipped(stage(), advance.to());
    if (!Path.maySkip(skipped, suggestion.layer().orElseThrow())) return not(STEP_SKIPPED);
    if (!skipped.isEmpty() && advance.skip().isBlank()) return not(STEP_SKIPPED);
    if (advance.to() == Stage.PILOTING) {
      if (suggestion.baseline().isEmpty()) return not(BASELINE_MISSING);
      if (advance.pilot().isEmpty()) return not(PILOT_MISSING);
    }
    if (tooLong(advance.note() + advance.skip())) return not(TEXT_TOO_LONG);
    return happens(
        new What.Moved(
            stage(),
            advance.to(),
            advance.pilot(),
            advance.note().strip(),
            advance.skip().strip()));
  }

  private Outcome measure(Wish.Measure measure) {
    if (!by.is(Role.CMIO) && !directs()) return not(NOT_ALLOWED);
    if (stage() != Stage.ACCEPTANCE) return not(NOT_NOW);
    var baseline = suggestion.baseline();
    if (baseline.isEmpty()) return not(BASELINE_MISSING);
    BigDecimal value = measure.value();
    return happens(
        new What.Measured(
            value,
            baseline.get().result(value),
            baseline.get().gain(value),
            measure.note().strip()));
  }

  private Outcome feedBack(Wish.FeedBack feedBack) {
    if (!triages() && !makes()) return not(NOT_ALLOWED);
    if (stage() != Stage.ACCEPTED && stage() != Stage.FAILED && stage() != Stage.REJECTED)
      return not(NOT_NOW);
    if (feedBack.text().isBlank()) return not(TEXT_MISSING);
    if (tooLong(feedBack.text())) return not(TEXT_TOO_LONG);
    return happens(new What.FedBack(feedBack.text().strip()));
  }

  private Outcome withdraw() {
    if (!by.id().equals(suggestion.proposer())) return not(NOT_ALLOWED);
    if (stage().compareTo(Stage.ACCEPTED) >= 0 || stage() == Stage.MERGED) return not(NOT_NOW);
    return happens(new What.Withdrawn());
  }

  private Stage stage() {
    return suggestion.stage();
  }

  private boolean triages() {
    return leads() || by.is(Role.DISPATCHER) || by.is(Role.CMIO);
  }

  private boolean leads() {
    return directs() || by.is(Role.TEAM_LEAD);
  }

  private boolean directs() {
    return by.is(Role.DIRECTOR) || by.is(Role.DEPUTY_DIRECTOR);
  }

  /// Whoever owns it, or leads.
  private boolean makes() {
    return leads() || suggestion.owner().equals(Optional.of(by.id()));
  }

  private static boolean tooLong(String text) {
    return text.length() > LONGEST;
  }

  private static Outcome not(Refusal why) {
    return new Outcome.Not(why);
  }

  private static Outcome happens(What what) {
    return new Outcome.Happens(what);
  }
}
