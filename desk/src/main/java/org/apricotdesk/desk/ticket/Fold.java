package org.apricotdesk.desk.ticket;

import static java.util.Optional.empty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// What a ticket is after one more event. Folding all its events gives the ticket as it stands.
final class Fold {
  private static final Promise OPEN = new Promise(empty(), empty(), Duration.ZERO);
  private static final String NO_SOLUTION = "";

  private Fold() {}

  /// The ticket its first event makes.
  static Ticket first(TicketEvent event) {
    if (!(event.what() instanceof What.Created made))
      throw new IllegalStateException("the first event of a ticket is not " + event.what().type());
    return new Ticket(
        event.ticket(),
        event.sequence(),
        made.kind(),
        new Stage.New(event.at(), 0),
        made.priority(),
        new Ticket.Report(
            made.title(),
            made.description(),
            made.category(),
            made.place(),
            made.asset(),
            made.requester(),
            made.impact(),
            made.urgency(),
            made.source(),
            made.chat(),
            made.attachments()),
        new Ticket.Hands(made.team(), made.squad(), made.speciality(), empty()),
        new Ticket.Milestones(event.at(), empty(), empty(), empty()),
        new Ticket.Counts(0, 0, 0, 0),
        OPEN,
        OPEN,
        empty());
  }

  static Ticket after(Ticket ticket, TicketEvent event) {
    var draft = new Draft(ticket);
    change(draft, event, event.at());
    return draft.ticket(event.sequence());
  }

  private static void change(Draft draft, TicketEvent event, Instant at) {
    switch (event.what()) {
      case What.Created _ -> throw new IllegalStateException("created twice: " + event.ticket());
      case What.Assigned(var to) -> draft.give(to).stage(new Stage.Assigned(at));
      case What.Claimed _ -> draft.give(event.by()).responded(at).stage(new Stage.InProgress());
      case What.Accepted _ -> draft.responded(at).stage(new Stage.InProgress());
      case What.Released _ -> draft.toPool().released().stage(new Stage.New(at, 0));
      case What.ClaimTimeout _, What.OwnerDisabled _ -> draft.toPool().stage(new Stage.New(at, 0));
      case What.Transferred moved -> transferred(draft, moved, at);
      case What.Paused p ->
          draft.stage(
              new Stage.Paused(p.kind(), at, p.text(), p.vendor(), p.reference(), p.until()));
      case What.Resumed _ -> draft.backToWork(at);
      case What.Resolved(var solution, var cause) ->
          draft.resolved(at).stage(new Stage.Resolved(event.by(), solution, cause));
      case What.AutoResolved _ ->
          draft.resolved(at).stage(new Stage.Resolved(draft.holder(), NO_SOLUTION, Cause.NO_REPLY));
      case What.Confirmed _, What.AutoClosed _ -> draft.closed(at);
      case What.Reopened _ -> draft.reopened().backToWork(at);
      case What.Cancelled(var reason, var _) -> draft.ended(at).stage(new Stage.Cancelled(reason));
      case What.Merged(var parent) -> draft.stage(new Stage.Merged(parent, draft.stage()));
      case What.Unmerged _ -> draft.unmerged();
      case What.Redirected moved -> {
        if (answers(event)) draft.responded(at);
        draft.ended(at).stage(new Stage.Redirected(moved.department()));
      }
      case What.Noted(var _, var internal, var answers, var attachments) -> {
        if (!internal) draft.attach(attachments);
        if (answers) draft.responded(at);
      }
      case What.Nudged _ -> draft.nudged();
      case What.Linked _,
          What.Unlinked _,
          What.Lent _,
          What.LoanExtended _,
          What.GivenBack _,
          What.LoanDue _ -> {} // told by the history; where the ticket stands is the same
      case What.PriorityChanged(var _, var to, var _) -> draft.priority(to);
      case What.CategoryChanged changed -> draft.category(changed);
      case What.Rated(var score, var reasons, var comment, var uncounted) ->
          draft.rated(new Rating(score, reasons, comment, event.by(), at, uncounted));
      case What.Escalated(var step, var _, var _) -> draft.climbed(step);
      case What.RequesterChanged(var _, var to) -> draft.requester(to);
    }
  }

  /// Whether a person's redirection told the reporter who helps instead; a machine's is no answer.
  static boolean answers(TicketEvent event) {
    return event.what() instanceof What.Redirected && event.by().isPerson();
  }

  private static void transferred(Draft draft, What.Transferred moved, Instant at) {
    if (moved.team().isPresent()) draft.team(moved.team(), moved.squad());
    Optional<PersonId> to = moved.to();
    if (to.isPresent()) draft.give(to.get()).stage(new Stage.Assigned(at));
    else draft.toPool().stage(new Stage.New(at, 0));
  }
}
