package org.apricotdesk.desk.incident;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.fact.Kinds;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// One thing that happened to an incident.
public record IncidentEvent(
    IncidentNumber incident, int sequence, Instant at, PersonId by, What what) {
  public static final String STREAM = "incident";

  private static final Kinds<What> KINDS = Kinds.of(What.class);

  /// What happened. Shapes once shipped never change.
  public sealed interface What {
    /// @param detected when the first of the reports came in
    record Suspected(
        String title,
        Set<String> categories,
        Area area,
        Instant detected,
        int reporters,
        List<TicketNumber> tickets)
        implements What {}

    /// More reports show that it is larger than thought.
    record Grown(Set<String> categories, Area area, int reporters, List<TicketNumber> tickets)
        implements What {}

    record Dismissed(String reason) implements What {}

    /// @param parent the ticket that everybody's tickets are merged into
    /// @param next when those affected are told more
    record Declared(
        Level level,
        String title,
        Set<String> categories,
        Area area,
        String symptom,
        String action,
        String workaround,
        Instant detected,
        Optional<Instant> started,
        TicketNumber parent,
        Instant next)
        implements What {}

    /// These reports belong to it; their reporters hear how it stands.
    record Linked(List<Report> reports) implements What {}

    /// Their reporter says that theirs is another trouble.
    record TakenOut(List<Report> reports) implements What {}

    record Updated(String text, String workaround, Instant next) implements What {}

    /// Nothing was said by the time promised.
    record UpdateMissed(Instant promised) implements What {}

    record AreaChanged(Area from, Area to, String reason) implements What {}

    record LevelChanged(Level from, Level to, String reason) implements What {}

    /// It works again in these departments, not yet in others.
    record PartlyRestored(Set<DepartmentId> departments, String text) implements What {}

    /// @param backfill what has to be entered afterwards and until when
    record Restored(String text, String backfill) implements What {}

    /// A place's answer to the question whether it works again.
    record Answered(DepartmentId department, boolean works) implements What {}

    record Reviewed(Review review) implements What {}

    /// @param measure its place in the review, from 0
    record MeasureDone(int measure) implements What {}

    record Closed(String note) implements What {}

    default String type() {
      return Facts.typeOf(getClass());
    }
  }

  /// An event as the log keeps it.
  public static IncidentEvent of(Event event) {
    return new IncidentEvent(
        new IncidentNumber(Long.parseLong(event.key())),
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
        STREAM, "" + incident.value(), sequence, what.type(), at, by.value(), facts());
  }
}
