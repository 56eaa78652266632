package org.apricotdesk.desk.incident;

import static java.util.Optional.empty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.incident.Incident.Times;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.DepartmentId;

/// What an event makes of an incident.
final class Fold {
  private Fold() {}

  /// What the first event makes; a declaration of something nobody suspected before is one too.
  static Incident first(IncidentEvent event) {
    return switch (event.what()) {
      case What.Suspected suspected -> suspected(event, suspected);
      case What.Declared declared -> {
        var bare =
            new What.Suspected(
                declared.title(),
                declared.categories(),
                declared.area(),
                declared.detected(),
                0,
                List.of());
        yield after(suspected(event, bare), event);
      }
      case What other -> throw new IllegalStateException("no incident begins by " + other.type());
    };
  }

  /// What is declared without having been suspected: nothing yet but its number.
  static Incident blank(IncidentNumber number, Wish.Declare wish, Instant detected) {
    var what =
        new What.Suspected(wish.title(), wish.categories(), wish.area(), detected, 0, List.of());
    return suspected(new IncidentEvent(number, 0, detected, wish.by(), what), what);
  }

  private static Incident suspected(IncidentEvent event, What.Suspected what) {
    return new Incident(
        event.incident(),
        event.sequence(),
        Stage.SUSPECTED,
        what.title(),
        what.categories(),
        what.area(),
        empty(),
        empty(),
        empty(),
        "",
        "",
        "",
        "",
        new Times(
            empty(), what.detected(), empty(), empty(), empty(), empty(), empty(), Duration.ZERO),
        empty(),
        false,
        Set.of(),
        empty(),
        what.reporters(),
        what.tickets());
  }

  static Incident after(Incident before, IncidentEvent event) {
    var draft = new Draft(before, event.sequence());
    var at = event.at();
    switch (event.what()) {
      case What.Suspected _, What.Linked _, What.TakenOut _, What.Answered _ -> {}
      case What.Grown grown ->
          draft.about(grown.categories()).in(grown.area()).seen(grown.reporters(), grown.tickets());
      case What.Dismissed _ -> draft.stage(Stage.DISMISSED).over(at);
      case What.Declared declared -> declared(draft, declared, event);
      case What.Updated updated ->
          draft
              .stage(Stage.MITIGATING)
              .says(updated.text(), updated.workaround(), at)
              .promise(Optional.of(updated.next()));
      case What.UpdateMissed _ -> draft.reminded();
      case What.AreaChanged(var _, var to, var _) -> draft.in(to);
      case What.LevelChanged(var _, var to, var _) -> draft.level(to);
      case What.PartlyRestored(var departments, var text) ->
          draft.recovered(departments).says(text, before.workaround(), at);
      case What.Restored(var text, var backfill) ->
          draft
              .stage(Stage.RESTORED)
              .says(text, before.workaround(), at)
              .restored(at, backfill)
              .promise(empty());
      case What.Reviewed(var review) -> draft.stage(Stage.REVIEWED).reviewed(review, at);
      case What.MeasureDone(var measure) -> draft.review(done(before, measure));
      case What.Closed _ -> draft.stage(Stage.CLOSED).over(at);
    }
    return draft.incident();
  }

  private static void declared(Draft draft, What.Declared declared, IncidentEvent event) {
    draft
        .stage(Stage.DECLARED)
        .level(declared.level())
        .about(declared.categories())
        .in(declared.area())
        .declared(declared, event.by(), event.at())
        .promise(Optional.of(declared.next()));
  }

  private static Review done(Incident incident, int which) {
    var review = incident.review().orElseThrow();
    var measures = new ArrayList<>(review.measures());
    var one = measures.get(which);
    measures.set(which, new Review.Measure(one.what(), one.owner(), one.due(), true));
    return new Review(
        review.cause(), review.detection(), review.worked(), review.publicText(), measures);
  }

  static Set<DepartmentId> union(Set<DepartmentId> some, Set<DepartmentId> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  static Duration longer(Duration longest, Optional<Instant> last, Instant now) {
    var gap = last.map(before -> Duration.between(before, now)).orElse(Duration.ZERO);
    return gap.compareTo(longest) > 0 ? gap : longest;
  }
}
