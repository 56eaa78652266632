package org.apricotdesk.desk.suggestion;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.fact.Kinds;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;

/// One thing that happened to a suggestion.
public record SuggestionEvent(
    SuggestionNumber suggestion, int sequence, Instant at, PersonId by, What what) {
  public static final String STREAM = "suggestion";

  private static final Kinds<What> KINDS = Kinds.of(What.class);

  /// What happened. Shapes once shipped never change.
  public sealed interface What {
    record Submitted(
        String title,
        String text,
        PersonId proposer,
        CampusId campus,
        Optional<DepartmentId> department,
        Origin origin)
        implements What {}

    record Triaged(Layer layer, TeamId team) implements What {}

    record MergedInto(long into) implements What {}

    /// These people wish the same.
    record Seconded(Set<PersonId> who) implements What {}

    record Scored(Score score) implements What {}

    record Assessed(int feasibility) implements What {}

    record Approved(PersonId owner, LocalDate plannedEnd, String note) implements What {}

    record Deferred(String note) implements What {}

    record Rejected(RejectionReason reason, String text) implements What {}

    record Measurable(Baseline baseline) implements What {}

    /// @param skipped why a step of the way was left out; empty if none was
    record Moved(Stage from, Stage to, Set<DepartmentId> pilot, String note, String skipped)
        implements What {}

    record Measured(BigDecimal value, Baseline.Result result, BigDecimal gain, String note)
        implements What {}

    /// Everybody who wished for it was told what came of it.
    record FedBack(String text) implements What {}

    record Withdrawn() implements What {}

    default String type() {
      return Facts.typeOf(getClass());
    }
  }

  /// An event as the log keeps it.
  public static SuggestionEvent of(Event event) {
    return new SuggestionEvent(
        new SuggestionNumber(Long.parseLong(event.key())),
        event.sequence(),
        event.at(),
        new PersonId(event.actor()),
        KINDS.read(event.type(), event.payload()));
  }

  /// What belongs to it, by name.
  public JsonObject facts() {
    return Facts.of(what);
  }

  NewEvent forLog() {
    return new NewEvent(
        STREAM, "" + suggestion.value(), sequence, what.type(), at, by.value(), facts());
  }
}
