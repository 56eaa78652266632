package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.ticket.Refusal.*;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.ticket.Outcome.Happens;
import org.apricotdesk.desk.ticket.Outcome.Not;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Who has a ticket in hand, and whether the work goes on.
record WorkRules(Ticket ticket, Surroundings around, Instant now) {

  Outcome claim(Command.Claim claim) {
    var mine = ticket.assignee().equals(Optional.of(claim.by()));
    return switch (ticket.stage()) {
      case Stage.New _ ->
          around.mayDo(claim.by(), Action.CLAIM)
              ? new Happens(new What.Claimed())
              : new Not(NOT_ALLOWED);
      case Stage.Assigned _ when mine -> new Happens(new What.Accepted());
      case Stage.Assigned _ -> new Not(takenByOther(claim.by()));
      case Stage.InProgress _, Stage.Paused _ ->
          new Not(mine ? ALREADY_YOURS : takenByOther(claim.by()));
      case Stage.Resolved _,
          Stage.Closed _,
          Stage.Cancelled _,
          Stage.Merged _,
          Stage.Redirected _ ->
          new Not(ALREADY_OVER);
    };
  }

  private Refusal takenByOther(PersonId who) {
    return around.mayDo(who, Action.CLAIM) ? ALREADY_CLAIMED : NOT_ALLOWED;
  }

  Outcome assign(Command.Assign assign) {
    if (!around.mayDo(assign.by(), Action.ASSIGN)) return new Not(NOT_ALLOWED);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    if (ticket.assignee().equals(Optional.of(assign.to()))) return new Not(NOTHING_CHANGES);
    var trouble = unfit(assign.to(), true);
    if (trouble.isPresent()) return new Not(trouble.get());
    return ticket.status().isUnclaimed()
        ? new Happens(new What.Assigned(assign.to()))
        : handOver(Optional.of(assign.to()), "");
  }

  Outcome transfer(Command.Transfer transfer) {
    if (!around.mayDo(transfer.by(), Action.TRANSFER))
      return Denied.to(transfer.by(), ticket, around);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    if (transfer.reason().isBlank()) return new Not(REASON_MISSING);
    return switch (transfer.to()) {
      case Receiver.Engineer(var to) -> transferTo(to, transfer);
      case Receiver.Pool pool -> transferTo(pool, transfer.reason().strip());
    };
  }

  private Outcome transferTo(PersonId to, Command.Transfer transfer) {
    if (ticket.assignee().equals(Optional.of(to))) return new Not(NOTHING_CHANGES);
    var trouble = unfit(to, false);
    if (trouble.isPresent()) return new Not(trouble.get());
    if (!around.mayDo(transfer.by(), Action.TRANSFER_ANYWHERE) && !sameSquad(transfer.by(), to))
      return new Not(OTHER_SQUAD);
    return handOver(Optional.of(to), transfer.reason().strip());
  }

  private Outcome transferTo(Receiver.Pool pool, String reason) {
    if (!around.isPool(pool)) return new Not(UNKNOWN_TEAM);
    return new Happens(
        new What.Transferred(
            ticket.assignee(), Optional.empty(), Optional.of(pool.team()), pool.squad(), reason));
  }

  private Outcome handOver(Optional<PersonId> to, String reason) {
    var receiver = to.flatMap(around::active);
    return new Happens(
        new What.Transferred(
            ticket.assignee(),
            to,
            receiver.flatMap(Person::team),
            receiver.flatMap(Person::squad),
            reason));
  }

  private boolean sameSquad(PersonId one, PersonId other) {
    var squad = around.active(one).flatMap(Person::squad);
    return squad.isPresent() && squad.equals(around.active(other).flatMap(Person::squad));
  }

  /// Why somebody cannot be given this work; empty if they can.
  private Optional<Refusal> unfit(PersonId id, boolean onSite) {
    var person = around.active(id);
    if (person.isEmpty()) return Optional.of(PERSON_GONE);
    if (!person.get().is(Role.ENGINEER)) return Optional.of(NOT_AN_ENGINEER);
    var here = person.get().campusScope().contains(ticket.report().place().campus());
    return onSite && !here && HandsOn.needed(ticket)
        ? Optional.of(OUT_OF_CAMPUS)
        : Optional.empty();
  }

  Outcome release(Command.Release release) {
    if (!around.mayDo(release.by(), Action.TRANSFER))
      return Denied.to(release.by(), ticket, around);
    if (release.reason().isBlank()) return new Not(REASON_MISSING);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    return ticket
        .assignee()
        .<Outcome>map(from -> new Happens(new What.Released(from, release.reason().strip())))
        .orElseGet(() -> new Not(NOT_NOW));
  }

  Outcome pause(Command.Pause pause) {
    if (!around.mayDo(pause.by(), Action.PAUSE)) return Denied.to(pause.by(), ticket, around);
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    if (pause.text().isBlank()) return new Not(TEXT_MISSING);
    return incomplete(pause)
        .<Outcome>map(Not::new)
        .orElseGet(
            () ->
                switch (ticket.stage()) {
                  case Stage.InProgress _ -> new Happens(paused(pause));
                  case Stage.Paused(var kind, var _, var _, var _, var _, var _)
                      when kind != pause.kind() ->
                      new Happens(new What.Resumed(kind), paused(pause));
                  case Stage.New _ when pause.kind() == PauseKind.PENDING_APPROVAL ->
                      new Happens(paused(pause));
                  case Stage _ -> new Not(NOT_NOW);
                });
  }

  private Optional<Refusal> incomplete(Command.Pause pause) {
    if (pause.until().filter(until -> !until.isAfter(now)).isPresent())
      return Optional.of(TIME_PAST);
    return switch (pause.kind()) {
      case PENDING_USER -> Optional.empty();
      case PENDING_VENDOR ->
          pause.vendor().filter(name -> !name.isBlank()).isPresent()
              ? Optional.empty()
              : Optional.of(VENDOR_MISSING);
      case SCHEDULED -> pause.until().isPresent() ? Optional.empty() : Optional.of(TIME_MISSING);
      case PENDING_APPROVAL ->
          ticket.kind() == TicketKind.REQUEST ? Optional.empty() : Optional.of(NO_APPROVAL_NEEDED);
    };
  }

  private static What paused(Command.Pause pause) {
    return new What.Paused(
        pause.kind(), pause.text().strip(), pause.vendor(), pause.reference(), pause.until());
  }

  Outcome resume(Command.Resume resume) {
    if (!around.mayDo(resume.by(), Action.PAUSE)) return Denied.to(resume.by(), ticket, around);
    return ticket.stage() instanceof Stage.Paused paused
        ? new Happens(new What.Resumed(paused.kind()))
        : new Not(ticket.status().isOpen() ? NOT_NOW : ALREADY_OVER);
  }
}
