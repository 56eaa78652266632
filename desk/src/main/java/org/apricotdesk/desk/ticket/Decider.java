package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.ticket.Refusal.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Outcome.Happens;
import org.apricotdesk.desk.ticket.Outcome.Not;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// The rules of a ticket: what a wish leads to. Pure; it looks, and says.
final class Decider {
  private static final int LONGEST_TEXT = 4000;

  private final Ticket ticket;
  private final Surroundings around;
  private final Instant now;

  Decider(Ticket ticket, Surroundings around, Instant now) {
    this.ticket = ticket;
    this.around = around;
    this.now = now;
  }

  Outcome decide(Command command) {
    var work = new WorkRules(ticket, around, now);
    var end = new EndRules(ticket, around, now);
    return switch (command) {
      case Command.Claim claim -> work.claim(claim);
      case Command.Assign assign -> work.assign(assign);
      case Command.Transfer transfer -> work.transfer(transfer);
      case Command.Release release -> work.release(release);
      case Command.Pause pause -> work.pause(pause);
      case Command.Resume resume -> work.resume(resume);
      case Command.Resolve resolve -> end.resolve(resolve);
      case Command.Confirm confirm -> end.confirm(confirm);
      case Command.Reopen reopen -> end.reopen(reopen);
      case Command.Cancel cancel -> end.cancel(cancel);
      case Command.Rate rate -> end.rate(rate);
      case Command.Merge merge -> merge(merge);
      case Command.Unmerge unmerge -> unmerge(unmerge);
      case Command.Redirect redirect -> redirect(redirect);
      case Command.Note note -> note(note);
      case Command.Nudge nudge -> nudge(nudge);
      case Command.ChangePriority change -> changePriority(change);
      case Command.ChangeCategory change -> changeCategory(change);
      case Command.Link link -> new LinkRules(ticket, around).link(link);
      case Command.Unlink unlink -> new LinkRules(ticket, around).unlink(unlink);
      case Command.Lend lend -> new LoanRules(ticket, around, now).lend(lend);
      case Command.ExtendLoan extend -> new LoanRules(ticket, around, now).extend(extend);
      case Command.TakeBack back -> new LoanRules(ticket, around, now).takeBack(back);
      case Command.RemindOfLoan remind -> new LoanRules(ticket, around, now).remind(remind);
    };
  }

  /// Rights are needed on both; of a ticket without them nobody learns whether it is there.
  private Outcome merge(Command.Merge merge) {
    if (!around.mayDo(merge.by(), Action.MERGE)) return new Not(NOT_ALLOWED);
    if (merge.parent().equals(ticket.number())) return new Not(SAME_TICKET);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    if (around.hasChildren()) return new Not(HAS_CHILDREN);
    return around
        .other(merge.parent())
        .filter(parent -> around.mayDo(merge.by(), Action.MERGE, parent))
        .map(parent -> merge(merge, parent))
        .orElseGet(() -> new Not(UNKNOWN_PARENT));
  }

  private static Outcome merge(Command.Merge merge, Ticket parent) {
    if (parent.status() == Status.MERGED) return new Not(PARENT_IS_CHILD);
    if (!parent.status().isOpen()) return new Not(PARENT_OVER);
    return new Happens(new What.Merged(merge.parent()));
  }

  private Outcome unmerge(Command.Unmerge unmerge) {
    if (!around.mayDo(unmerge.by(), Action.MERGE)) return new Not(NOT_ALLOWED);
    if (!(ticket.stage() instanceof Stage.Merged(var parent, var _))) return new Not(NOT_MERGED);
    var closed = around.other(parent).filter(other -> other.status() == Status.CLOSED).isPresent();
    return closed ? new Not(PARENT_OVER) : new Happens(new What.Unmerged(parent));
  }

  private Outcome redirect(Command.Redirect redirect) {
    if (!around.mayDo(redirect.by(), Action.REDIRECT)) return new Not(NOT_ALLOWED);
    if (!ticket.status().isUnclaimed()) return notNow();
    if (redirect.department().isBlank()) return new Not(TEXT_MISSING);
    return new Happens(new What.Redirected(redirect.department().strip(), redirect.text().strip()));
  }

  /// The reporter's word on a ticket that waits for them also lets the work go on.
  private Outcome note(Command.Note note) {
    var action = note.internal() ? Action.NOTE_INTERNAL : Action.NOTE;
    if (!around.mayDo(note.by(), action)) return new Not(NOT_ALLOWED);
    if (note.text().isBlank() && note.attachments().isEmpty()) return new Not(TEXT_MISSING);
    if (note.text().length() > LONGEST_TEXT) return new Not(TEXT_TOO_LONG);
    if (!around.areKept(note.attachments())) return new Not(UNKNOWN_ATTACHMENT);
    var noted =
        new What.Noted(
            note.text().strip(), note.internal(), answersReporter(note), note.attachments());
    return ticket.status() == Status.PENDING_USER && !note.internal() && isReporter(note.by())
        ? new Happens(noted, new What.Resumed(PauseKind.PENDING_USER))
        : new Happens(noted);
  }

  /// A public word of somebody of the desk, other than on what they reported themselves; that of a
  /// machine is none.
  private boolean answersReporter(Command.Note note) {
    return !note.internal()
        && note.by().isPerson()
        && around.mayDo(note.by(), Action.NOTE_INTERNAL)
        && !around.mayDo(note.by(), Action.CONFIRM);
  }

  private boolean isReporter(PersonId who) {
    return who.equals(ticket.requester())
        || (around.mayDo(who, Action.CONFIRM) && !ticket.assignee().equals(Optional.of(who)));
  }

  private Outcome nudge(Command.Nudge nudge) {
    if (!around.mayDo(nudge.by(), Action.NUDGE)) return new Not(NOT_ALLOWED);
    return ticket.status().isOpen()
        ? new Happens(new What.Nudged(ticket.counts().nudged() + 1))
        : new Not(ALREADY_OVER);
  }

  private Outcome changePriority(Command.ChangePriority change) {
    if (!around.mayDo(change.by(), Action.CHANGE_PRIORITY))
      return Denied.to(change.by(), ticket, around);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    if (change.to() == ticket.priority()) return new Not(NOTHING_CHANGES);
    if (change.reason().isBlank()) return new Not(REASON_MISSING);
    var lowers = ticket.priority().above(change.to());
    if (lowers && ticket.priority().isHighest() && !change.by().isPerson())
      return new Not(NOT_ALLOWED);
    if (!change.to().isNear(ticket.priority())
        && !around.mayDo(change.by(), Action.CHANGE_PRIORITY_FREELY)) return new Not(STEP_TOO_BIG);
    return new Happens(
        new What.PriorityChanged(ticket.priority(), change.to(), change.reason().strip()));
  }

  private Outcome changeCategory(Command.ChangeCategory change) {
    if (!around.mayDo(change.by(), Action.CHANGE_CATEGORY))
      return Denied.to(change.by(), ticket, around);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    if (ticket.report().category().equals(Optional.of(change.to())))
      return new Not(NOTHING_CHANGES);
    return around
        .category(change.to())
        .<Outcome>map(category -> new Happens(List.of(Recategorised.of(ticket, category))))
        .orElseGet(() -> new Not(UNKNOWN_CATEGORY));
  }

  private Outcome notNow() {
    return new Not(ticket.status().isOpen() ? NOT_NOW : ALREADY_OVER);
  }
}
