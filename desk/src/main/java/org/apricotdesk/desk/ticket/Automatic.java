package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Outcome.Happens;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// What the desk does by itself. Each looks at the ticket again: it may have moved on meanwhile.
sealed interface Automatic {
  Optional<Happens> decide(Ticket ticket, Instant now);

  /// The next rung of the ladder is asked.
  record Escalate(int step, String rung, List<PersonId> to) implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.stage() instanceof Stage.New(var _, var rung) && rung == step - 1
          ? Optional.of(new Happens(new What.Escalated(step, this.rung, to)))
          : Optional.empty();
    }
  }

  record ClaimTimeout() implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.status() == Status.ASSIGNED
          ? ticket.assignee().map(from -> new Happens(new What.ClaimTimeout(from)))
          : Optional.empty();
    }
  }

  record ResumeScheduled() implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.status() == Status.SCHEDULED
          ? Optional.of(new Happens(new What.Resumed(PauseKind.SCHEDULED)))
          : Optional.empty();
    }
  }

  /// The reporter never answered.
  record AutoResolve() implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.status() == Status.PENDING_USER
          ? Optional.of(new Happens(new What.AutoResolved()))
          : Optional.empty();
    }
  }

  /// Nobody objected.
  record AutoClose() implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.status() == Status.RESOLVED
          ? Optional.of(new Happens(new What.AutoClosed()))
          : Optional.empty();
    }
  }

  record OwnerGone(PersonId who) implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.status().isOpen() && ticket.assignee().equals(Optional.of(who))
          ? Optional.of(new Happens(new What.OwnerDisabled(who)))
          : Optional.empty();
    }
  }

  record RequesterGone(PersonId who, PersonId liaison) implements Automatic {
    @Override
    public Optional<Happens> decide(Ticket ticket, Instant now) {
      return ticket.requester().equals(who) && !ticket.requester().equals(liaison)
          ? Optional.of(new Happens(new What.RequesterChanged(who, liaison)))
          : Optional.empty();
    }
  }
}
