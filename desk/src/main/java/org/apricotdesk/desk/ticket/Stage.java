package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;

/// Where a ticket stands, with what only matters there.
public sealed interface Stage {
  Status status();

  /// Waiting for somebody to take it.
  ///
  /// @param rung how far the ladder has been climbed; 0 before anybody was asked
  record New(Instant since, int rung) implements Stage {
    @Override
    public Status status() {
      return Status.NEW;
    }
  }

  /// Given to somebody who has not accepted yet.
  ///
  /// @param since when, for the time-out
  record Assigned(Instant since) implements Stage {
    @Override
    public Status status() {
      return Status.ASSIGNED;
    }
  }

  record InProgress() implements Stage {
    @Override
    public Status status() {
      return Status.IN_PROGRESS;
    }
  }

  /// Waiting for somebody; see [Command.Pause].
  record Paused(
      PauseKind kind,
      Instant since,
      String text,
      Optional<String> vendor,
      Optional<String> reference,
      Optional<Instant> until)
      implements Stage {
    @Override
    public Status status() {
      return kind.status();
    }
  }

  record Resolved(PersonId by, String solution, Cause cause) implements Stage {
    @Override
    public Status status() {
      return Status.RESOLVED;
    }
  }

  /// @param solution what it was resolved with
  record Closed(PersonId by, String solution, Cause cause) implements Stage {
    @Override
    public Status status() {
      return Status.CLOSED;
    }
  }

  record Cancelled(CancelReason reason) implements Stage {
    @Override
    public Status status() {
      return Status.CANCELLED;
    }
  }

  /// @param before where it returns to when taken out again
  record Merged(TicketNumber parent, Stage before) implements Stage {
    @Override
    public Status status() {
      return Status.MERGED;
    }
  }

  record Redirected(String department) implements Stage {
    @Override
    public Status status() {
      return Status.REDIRECTED;
    }
  }
}
