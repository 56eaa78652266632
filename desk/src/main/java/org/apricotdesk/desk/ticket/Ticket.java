package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Subject;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Measured;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.target.Urgency;

/// A ticket as it stands. It is the fold of its [TicketEvent]s.
///
/// @param version grows with every event; a writer who looked at an older one is refused
/// @param response the promise that somebody takes it
/// @param resolution the promise that it works again
public record Ticket(
    TicketNumber number,
    int version,
    TicketKind kind,
    Stage stage,
    Priority priority,
    Report report,
    Hands hands,
    Milestones times,
    Counts counts,
    Promise response,
    Promise resolution,
    Optional<Rating> rating) {

  public Status status() {
    return stage.status();
  }

  public PersonId requester() {
    return report.requester();
  }

  public Optional<PersonId> assignee() {
    return hands.assignee();
  }

  /// The promise that counts now: first that somebody takes it, then that it works again; empty if
  /// there is nothing left to do.
  public Optional<Promise> running() {
    if (!status().isOpen()) return Optional.empty();
    return Optional.of(status().isUnclaimed() ? response : resolution);
  }

  /// What the rules of access look at.
  public Subject subject() {
    return new Subject(
        report.requester(),
        hands.assignee(),
        hands.team(),
        report.place().campus(),
        report.place().department(),
        status().isUnclaimed(),
        status() == Status.MERGED);
  }

  /// The same with what its clocks say.
  Ticket promising(Measured measured) {
    return promising(measured.response().promise(), measured.resolution().promise());
  }

  /// How its last solution was rated; a rating from before it was reopened is of another one.
  public Optional<Rating> ratingOfSolution() {
    return rating.filter(one -> times.resolved().filter(one.at()::isBefore).isEmpty());
  }

  /// The same as somebody sees it who looks now: what has run out since is not kept.
  Ticket seenAt(Instant now) {
    return promising(seen(response, now), seen(resolution, now));
  }

  private Ticket promising(Promise response, Promise resolution) {
    return new Ticket(
        number,
        version,
        kind,
        stage,
        priority,
        report,
        hands,
        times,
        counts,
        response,
        resolution,
        rating);
  }

  private static Promise seen(Promise promise, Instant now) {
    var ranOut = promise.met().isEmpty() && promise.due().filter(now::isAfter).isPresent();
    return ranOut ? new Promise(promise.due(), Optional.of(false), promise.used()) : promise;
  }

  /// What was reported, as far as it is known by now.
  public record Report(
      String title,
      String description,
      Optional<CategoryCode> category,
      Place place,
      Optional<String> asset,
      PersonId requester,
      Optional<Impact> impact,
      Optional<Urgency> urgency,
      Channel source,
      Optional<String> chat,
      List<AttachmentId> attachments) {
    public Report {
      attachments = List.copyOf(attachments);
    }
  }

  /// Whose work it is.
  ///
  /// @param assignee who has it, or had it last
  public record Hands(
      Optional<TeamId> team,
      Optional<String> squad,
      Optional<String> speciality,
      Optional<PersonId> assignee) {}

  /// What happened when.
  public record Milestones(
      Instant created,
      Optional<Instant> firstResponded,
      Optional<Instant> resolved,
      Optional<Instant> closed) {}

  /// How often it went back and forth.
  public record Counts(int assigned, int released, int reopened, int nudged) {}
}
