package org.apricotdesk.desk.ticket;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.config.event.NewEvent;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Urgency;

/// One thing that happened to a ticket.
///
/// @param sequence counts from 1 for each ticket
/// @param by who did it; [PersonId#SYSTEM] for clocks and routing
public record TicketEvent(
    TicketNumber ticket,
    int sequence,
    Instant at,
    PersonId by,
    Status before,
    Status after,
    What what) {

  public static final String STREAM = "ticket";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  /// What happened, with what belongs to it. Shapes once shipped never change.
  public sealed interface What {
    record Created(
        TicketKind kind,
        String title,
        String description,
        Optional<CategoryCode> category,
        Place place,
        Optional<String> asset,
        PersonId requester,
        Priority priority,
        Optional<Impact> impact,
        Optional<Urgency> urgency,
        Channel source,
        Optional<String> chat,
        List<AttachmentId> attachments,
        Optional<TeamId> team,
        Optional<String> squad,
        Optional<String> speciality,
        JsonObject evidence)
        implements What {}

    record Assigned(PersonId to) implements What {}

    record Claimed() implements What {}

    record Accepted() implements What {}

    record Released(PersonId from, String reason) implements What {}

    record ClaimTimeout(PersonId from) implements What {}

    /// @param to the new person, or empty for a pool
    record Transferred(
        Optional<PersonId> from,
        Optional<PersonId> to,
        Optional<TeamId> team,
        Optional<String> squad,
        String reason)
        implements What {}

    record Paused(
        PauseKind kind,
        String text,
        Optional<String> vendor,
        Optional<String> reference,
        Optional<Instant> until)
        implements What {}

    record Resumed(PauseKind kind) implements What {}

    record Resolved(String solution, Cause cause) implements What {}

    record AutoResolved() implements What {}

    record Confirmed() implements What {}

    record AutoClosed() implements What {}

    record Reopened(String text) implements What {}

    record Cancelled(CancelReason reason, String text) implements What {}

    record Merged(TicketNumber parent) implements What {}

    record Unmerged(TicketNumber parent) implements What {}

    record Redirected(String department, String text) implements What {}

    /// @param answers whether the desk speaks to the reporter, which is a first response too
    record Noted(String text, boolean internal, boolean answers, List<AttachmentId> attachments)
        implements What {}

    /// @param count how many times by now
    record Nudged(int count) implements What {}

    record PriorityChanged(Priority from, Priority to, String reason) implements What {}

    record CategoryChanged(
        Optional<CategoryCode> from,
        CategoryCode to,
        Optional<TeamId> team,
        Optional<String> squad,
        Optional<String> speciality)
        implements What {}

    /// @param uncounted whether figures leave it out: it is of the desk's own people, or not the
    ///     first of this person for this engineer that day
    record Rated(int score, List<RatingReason> reasons, String comment, boolean uncounted)
        implements What {}

    /// Another ticket that has to do with it.
    record Linked(TicketNumber other) implements What {}

    record Unlinked(TicketNumber other) implements What {}

    /// A spare device went out.
    record Lent(String asset, Instant dueBack, String text) implements What {}

    record LoanExtended(String asset, Instant dueBack) implements What {}

    record GivenBack(String asset, String text) implements What {}

    /// The spare is due back soon, or now.
    record LoanDue(String asset, Instant dueBack) implements What {}

    /// Nobody took it in time: more people hear of it.
    ///
    /// @param step counts from 1 on the ladder of its priority
    /// @param to everybody who is asked now
    record Escalated(int step, String rung, List<PersonId> to) implements What {}

    /// The engineer who had it is no longer there.
    record OwnerDisabled(PersonId from) implements What {}

    /// The reporter is no longer there; somebody speaks for the department now.
    record RequesterChanged(PersonId from, PersonId to) implements What {}

    /// The name in the event log: `claim_timeout`.
    default String type() {
      return Facts.typeOf(getClass());
    }
  }

  /// An event as the log keeps it.
  public static TicketEvent of(Event event) {
    return new TicketEvent(
        new TicketNumber(Long.parseLong(event.key())),
        event.sequence(),
        event.at(),
        new PersonId(event.actor()),
        Status.of(event.payload().getString(BEFORE)),
        Status.of(event.payload().getString(AFTER)),
        Payloads.what(event.type(), event.payload()));
  }

  /// Whether only desk staff may read it. Another ticket's number is nothing for its reporter.
  public boolean isInternal() {
    return switch (what) {
      case What.Noted(var _, var internal, var _, var _) -> internal;
      case What.Linked _, What.Unlinked _ -> true;
      default -> false;
    };
  }

  TicketEvent leadingTo(Status status) {
    return new TicketEvent(ticket, sequence, at, by, before, status, what);
  }

  /// What belongs to it, by name, with the states before and after.
  public JsonObject facts() {
    return Facts.of(what).put(BEFORE, before.code()).put(AFTER, after.code());
  }

  NewEvent forLog() {
    var payload = facts();
    return new NewEvent(
        STREAM, "" + ticket.value(), sequence, what.type(), at, by.value(), payload);
  }
}
