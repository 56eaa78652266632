package org.apricotdesk.desk.incident;

import static org.apricotdesk.desk.incident.Refusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.TicketNumber;

/// The rules of an incident: what a wish leads to. Pure; it looks, and says.
///
/// @param by who wishes
/// @param call the places and their answers
/// @param parent opens the common ticket; asked only once it is certain that one is needed
record Rules(
    Incident incident, Person by, RollCall call, Supplier<TicketNumber> parent, Instant now) {
  private static final int LONGEST = 1000;
  private static final Duration FARTHEST = Duration.ofDays(1);

  /// What happens, or why nothing does.
  sealed interface Outcome {
    record Happens(What what) implements Outcome {}

    record Not(Refusal why) implements Outcome {}
  }

  Outcome decide(Wish wish) {
    return switch (wish) {
      case Wish.Dismiss dismiss -> dismiss(dismiss);
      case Wish.Declare declare -> declare(declare);
      case Wish.Update update -> update(update);
      case Wish.ChangeArea change -> changeArea(change);
      case Wish.ChangeLevel change -> changeLevel(change);
      case Wish.RestorePart part -> restorePart(part);
      case Wish.Restore restore -> restore(restore);
      case Wish.AnswerCall answer -> answer(answer);
      case Wish.WriteReview review -> review(review);
      case Wish.FinishMeasure finish -> finish(finish);
      case Wish.Close close -> close(close);
    };
  }

  private Outcome dismiss(Wish.Dismiss dismiss) {
    if (!leads()) return not(NOT_ALLOWED);
    if (incident.stage() != Stage.SUSPECTED) return not(NOT_NOW);
    if (dismiss.reason().isBlank()) return not(REASON_MISSING);
    return happens(new What.Dismissed(dismiss.reason().strip()));
  }

  private Outcome declare(Wish.Declare declare) {
    if (!leads()) return not(NOT_ALLOWED);
    if (declare.level() == Level.A && !directs()) return not(DIRECTOR_DECLARES);
    if (incident.stage() != Stage.SUSPECTED) return not(NOT_NOW);
    if (declare.title().isBlank()) return not(TITLE_MISSING);
    if (declare.symptom().isBlank() || declare.action().isBlank()) return not(TEXT_MISSING);
    if (tooLong(declare.title() + declare.symptom() + declare.action() + declare.workaround()))
      return not(TEXT_TOO_LONG);
    var categories = declare.categories().isEmpty() ? incident.categories() : declare.categories();
    if (categories.isEmpty()) return not(CATEGORY_MISSING);
    if (isNowhere(declare.area())) return not(PLACES_MISSING);
    var next = declare.next().orElseGet(() -> now.plus(declare.level().rhythm()));
    if (isUnfit(next)) return not(TIME_UNFIT);
    return happens(
        new What.Declared(
            declare.level(),
            declare.title().strip(),
            categories,
            declare.area(),
            declare.symptom().strip(),
            declare.action().strip(),
            declare.workaround().strip(),
            incident.times().detected(),
            declare.started().filter(start -> !start.isAfter(now)),
            parent.get(),
            next));
  }

  private Outcome update(Wish.Update update) {
    if (!leads()) return not(NOT_ALLOWED);
    if (!incident.stage().isRunning()) return not(NOT_NOW);
    if (update.text().isBlank()) return not(TEXT_MISSING);
    if (tooLong(update.text() + update.workaround())) return not(TEXT_TOO_LONG);
    var rhythm = incident.level().orElse(Level.B).rhythm();
    var next = update.next().orElseGet(() -> now.plus(rhythm));
    if (isUnfit(next)) return not(TIME_UNFIT);
    return happens(new What.Updated(update.text().strip(), update.workaround().strip(), next));
  }

  private Outcome changeArea(Wish.ChangeArea change) {
    if (!leads()) return not(NOT_ALLOWED);
    if (!incident.stage().isRunning()) return not(NOT_NOW);
    if (isNowhere(change.to())) return not(PLACES_MISSING);
    if (change.to().equals(incident.area())) return not(NOTHING_CHANGES);
    return happens(new What.AreaChanged(incident.area(), change.to(), change.reason().strip()));
  }

  private Outcome changeLevel(Wish.ChangeLevel change) {
    if (!leads()) return not(NOT_ALLOWED);
    if (change.to() == Level.A && !directs()) return not(DIRECTOR_DECLARES);
    if (!incident.stage().isRunning()) return not(NOT_NOW);
    var level = incident.level().orElseThrow();
    if (level == change.to()) return not(NOTHING_CHANGES);
    if (change.reason().isBlank()) return not(REASON_MISSING);
    return happens(new What.LevelChanged(level, change.to(), change.reason().strip()));
  }

  private Outcome restorePart(Wish.RestorePart part) {
    if (!leads()) return not(NOT_ALLOWED);
    if (!incident.stage().isRunning()) return not(NOT_NOW);
    if (part.departments().isEmpty()) return not(PLACES_MISSING);
    if (part.text().isBlank()) return not(TEXT_MISSING);
    return happens(new What.PartlyRestored(part.departments(), part.text().strip()));
  }

  private Outcome restore(Wish.Restore restore) {
    if (!leads()) return not(NOT_ALLOWED);
    if (!incident.stage().isRunning()) return not(NOT_NOW);
    if (restore.text().strip().length() < 4) return not(TEXT_MISSING);
    if (tooLong(restore.text() + restore.backfill())) return not(TEXT_TOO_LONG);
    return happens(new What.Restored(restore.text().strip(), restore.backfill().strip()));
  }

  /// Anybody of the place answers for it, or who reported from there, and whoever leads for places
  /// called by telephone.
  private Outcome answer(Wish.AnswerCall answer) {
    var place =
        call.places().stream().filter(p -> p.department().equals(answer.department())).findFirst();
    if (place.isEmpty()) return not(NOT_AFFECTED);
    var there =
        by.department().equals(Optional.of(answer.department()))
            || place.get().reporters().contains(by.id());
    if (!leads() && !there) return not(NOT_ALLOWED);
    if (!incident.asks(answer.department())) return not(NOT_NOW);
    if (place.get().works().equals(Optional.of(answer.works()))) return not(NOTHING_CHANGES);
    return happens(new What.Answered(answer.department(), answer.works()));
  }

  private Outcome review(Wish.WriteReview wish) {
    if (!leads()) return not(NOT_ALLOWED);
    if (incident.stage() != Stage.RESTORED && incident.stage() != Stage.REVIEWED)
      return not(NOT_NOW);
    var review = wish.review();
    if (review.cause().isBlank() || review.detection().isBlank() || review.measures().isEmpty())
      return not(REVIEW_INCOMPLETE);
    if (tooLong(review.cause()) || tooLong(review.detection()) || tooLong(review.worked()))
      return not(TEXT_TOO_LONG);
    return happens(new What.Reviewed(review));
  }

  private Outcome finish(Wish.FinishMeasure finish) {
    var measures = incident.review().map(Review::measures).orElse(List.of());
    if (finish.measure() < 0 || finish.measure() >= measures.size()) return not(UNKNOWN_MEASURE);
    var measure = measures.get(finish.measure());
    if (!leads() && !measure.owner().equals(by.id())) return not(NOT_ALLOWED);
    return measure.done() ? not(NOTHING_CHANGES) : happens(new What.MeasureDone(finish.measure()));
  }

  /// The director has read the review, and the places are well or somebody says why not.
  private Outcome close(Wish.Close close) {
    if (!directs()) return not(NOT_ALLOWED);
    if (incident.stage() != Stage.REVIEWED) return not(NOT_NOW);
    if (!call.passed() && close.note().isBlank()) return not(PLACES_OPEN);
    return happens(new What.Closed(close.note().strip()));
  }

  private boolean leads() {
    return directs() || by.is(Role.TEAM_LEAD) || by.is(Role.DISPATCHER);
  }

  private boolean directs() {
    return by.is(Role.DIRECTOR) || by.is(Role.DEPUTY_DIRECTOR);
  }

  private boolean isUnfit(Instant next) {
    return !next.isAfter(now) || next.isAfter(now.plus(FARTHEST));
  }

  private static boolean isNowhere(Area area) {
    return switch (area.extent()) {
      case HOSPITAL -> false;
      case CAMPUS -> area.campuses().isEmpty();
      case BUILDING, ROOM, DEVICE -> area.departments().isEmpty();
    };
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
