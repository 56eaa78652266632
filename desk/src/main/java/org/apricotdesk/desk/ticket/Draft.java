package org.apricotdesk.desk.ticket;

import static java.util.Optional.empty;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Ticket.Counts;
import org.apricotdesk.desk.ticket.Ticket.Hands;
import org.apricotdesk.desk.ticket.Ticket.Milestones;
import org.apricotdesk.desk.ticket.Ticket.Report;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// A ticket while one event is being worked into it.
final class Draft {
  private final Ticket before;
  private Stage stage;
  private Priority priority;
  private Report report;
  private Hands hands;
  private Milestones times;
  private Counts counts;
  private Optional<Rating> rating;

  Draft(Ticket ticket) {
    before = ticket;
    stage = ticket.stage();
    priority = ticket.priority();
    report = ticket.report();
    hands = ticket.hands();
    times = ticket.times();
    counts = ticket.counts();
    rating = ticket.rating();
  }

  Ticket ticket(int version) {
    return new Ticket(
        before.number(),
        version,
        before.kind(),
        stage,
        priority,
        report,
        hands,
        times,
        counts,
        before.response(),
        before.resolution(),
        rating);
  }

  Stage stage() {
    return stage;
  }

  Draft stage(Stage next) {
    stage = next;
    return this;
  }

  PersonId holder() {
    return hands.assignee().orElse(PersonId.SYSTEM);
  }

  Draft give(PersonId to) {
    hands = new Hands(hands.team(), hands.squad(), hands.speciality(), Optional.of(to));
    counts =
        new Counts(counts.assigned() + 1, counts.released(), counts.reopened(), counts.nudged());
    return this;
  }

  Draft toPool() {
    hands = new Hands(hands.team(), hands.squad(), hands.speciality(), empty());
    return this;
  }

  Draft team(Optional<TeamId> team, Optional<String> squad) {
    hands = new Hands(team, squad, hands.speciality(), hands.assignee());
    return this;
  }

  /// The first response never moves once it is given.
  Draft responded(Instant at) {
    var first = times.firstResponded().or(() -> Optional.of(at));
    times = new Milestones(times.created(), first, times.resolved(), times.closed());
    return this;
  }

  Draft resolved(Instant at) {
    responded(at);
    times = new Milestones(times.created(), times.firstResponded(), Optional.of(at), empty());
    return this;
  }

  Draft ended(Instant at) {
    times =
        new Milestones(times.created(), times.firstResponded(), times.resolved(), Optional.of(at));
    return this;
  }

  Draft closed(Instant at) {
    if (stage instanceof Stage.Resolved(var by, var solution, var cause))
      stage = new Stage.Closed(by, solution, cause);
    return ended(at);
  }

  Draft released() {
    counts =
        new Counts(counts.assigned(), counts.released() + 1, counts.reopened(), counts.nudged());
    return this;
  }

  Draft reopened() {
    times = new Milestones(times.created(), times.firstResponded(), empty(), empty());
    counts =
        new Counts(counts.assigned(), counts.released(), counts.reopened() + 1, counts.nudged());
    return this;
  }

  Draft nudged() {
    counts =
        new Counts(counts.assigned(), counts.released(), counts.reopened(), counts.nudged() + 1);
    return this;
  }

  /// Work goes on with whoever had it; with nobody, it waits to be taken.
  Draft backToWork(Instant at) {
    stage = hands.assignee().isPresent() ? new Stage.InProgress() : new Stage.New(at, 0);
    return this;
  }

  Draft unmerged() {
    if (stage instanceof Stage.Merged(var _, var earlier)) stage = earlier;
    return this;
  }

  Draft climbed(int rung) {
    if (stage instanceof Stage.New(var since, var _)) stage = new Stage.New(since, rung);
    return this;
  }

  Draft priority(Priority to) {
    priority = to;
    return this;
  }

  Draft rated(Rating given) {
    rating = Optional.of(given);
    return this;
  }

  Draft category(What.CategoryChanged changed) {
    report =
        new Report(
            report.title(),
            report.description(),
            Optional.of(changed.to()),
            report.place(),
            report.asset(),
            report.requester(),
            report.impact(),
            report.urgency(),
            report.source(),
            report.chat(),
            report.attachments());
    hands = new Hands(changed.team(), changed.squad(), changed.speciality(), hands.assignee());
    return this;
  }

  Draft requester(PersonId to) {
    report =
        new Report(
            report.title(),
            report.description(),
            report.category(),
            report.place(),
            report.asset(),
            to,
            report.impact(),
            report.urgency(),
            report.source(),
            report.chat(),
            report.attachments());
    return this;
  }

  Draft attach(List<AttachmentId> more) {
    if (more.isEmpty()) return this;
    var all = new LinkedHashSet<>(report.attachments());
    all.addAll(more);
    report =
        new Report(
            report.title(),
            report.description(),
            report.category(),
            report.place(),
            report.asset(),
            report.requester(),
            report.impact(),
            report.urgency(),
            report.source(),
            report.chat(),
            List.copyOf(all));
    return this;
  }
}
