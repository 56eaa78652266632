package org.apricotdesk.desk.ticket;

import static org.apricotdesk.desk.ticket.Refusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Outcome.Happens;
import org.apricotdesk.desk.ticket.Outcome.Not;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// How a ticket ends, and how it comes back.
record EndRules(Ticket ticket, Surroundings around, Instant now) {
  static final Duration REOPENING = Duration.ofDays(7);
  static final Duration RATING = Duration.ofDays(3);
  private static final int SHORTEST_SOLUTION = 4;

  /// Work that waited for a vendor or a date is taken up again first, so the history reads true.
  Outcome resolve(Command.Resolve resolve) {
    if (!around.mayDo(resolve.by(), Action.RESOLVE)) return Denied.to(resolve.by(), ticket, around);
    var solution = resolve.solution().strip();
    var events = new ArrayList<What>();
    switch (ticket.stage()) {
      case Stage.InProgress _ -> {}
      case Stage.Paused(var kind, var _, var _, var _, var _, var _) -> {
        if (kind == PauseKind.PENDING_APPROVAL) return new Not(NOT_NOW);
        if (kind != PauseKind.PENDING_USER) events.add(new What.Resumed(kind));
      }
      case Stage.New _, Stage.Assigned _ -> {
        return new Not(NOT_NOW);
      }
      case Stage _ -> {
        return new Not(ALREADY_OVER);
      }
    }
    if (solution.codePointCount(0, solution.length()) < SHORTEST_SOLUTION)
      return new Not(SOLUTION_TOO_SHORT);
    var present = ticket.report().category();
    var wanted = resolve.category().filter(code -> !present.equals(Optional.of(code)));
    if (wanted.isPresent()) {
      var category = around.category(wanted.get());
      if (category.isEmpty()) return new Not(UNKNOWN_CATEGORY);
      events.add(Recategorised.of(ticket, category.get()));
    }
    if (wanted.or(() -> present).filter(code -> !code.equals(CategoryCode.UNCLEAR)).isEmpty())
      return new Not(CATEGORY_MISSING);
    events.add(new What.Resolved(solution, resolve.cause()));
    return new Happens(events);
  }

  Outcome confirm(Command.Confirm confirm) {
    if (!around.mayDo(confirm.by(), Action.CONFIRM)) return new Not(NOT_ALLOWED);
    if (!(ticket.stage() instanceof Stage.Resolved resolved)) return notNow();
    return resolved.by().equals(confirm.by())
        ? new Not(OWN_WORK)
        : new Happens(new What.Confirmed());
  }

  Outcome reopen(Command.Reopen reopen) {
    if (!around.mayDo(reopen.by(), Action.REOPEN)) return new Not(NOT_ALLOWED);
    return switch (ticket.stage()) {
      case Stage.Resolved _, Stage.Closed _ ->
          within(REOPENING)
              ? new Happens(new What.Reopened(reopen.text().strip()))
              : new Not(REOPEN_TOO_LATE);
      case Stage.Cancelled _, Stage.Merged _, Stage.Redirected _ -> new Not(ALREADY_OVER);
      case Stage.New _, Stage.Assigned _, Stage.InProgress _, Stage.Paused _ -> new Not(NOT_NOW);
    };
  }

  Outcome cancel(Command.Cancel cancel) {
    if (!ticket.status().isOpen()) return new Not(ALREADY_OVER);
    var during = around.mayDo(cancel.by(), Action.CANCEL_DURING_WORK);
    if (!during && !around.mayDo(cancel.by(), Action.CANCEL_BEFORE_WORK))
      return new Not(NOT_ALLOWED);
    if (!ticket.status().isUnclaimed()) {
      if (!during) return new Not(NOT_NOW);
      if (cancel.text().isBlank()) return new Not(TEXT_MISSING);
    }
    return new Happens(new What.Cancelled(cancel.reason(), cancel.text().strip()));
  }

  Outcome rate(Command.Rate rate) {
    if (!around.mayDo(rate.by(), Action.RATE)) return new Not(NOT_ALLOWED);
    if (ticket.status() != Status.RESOLVED && ticket.status() != Status.CLOSED) return notNow();
    if (rate.score() < 1 || rate.score() > 5) return new Not(SCORE_OUT_OF_RANGE);
    if (solver().equals(Optional.of(rate.by())) || ticket.assignee().equals(Optional.of(rate.by())))
      return new Not(OWN_WORK);
    if (ticket.ratingOfSolution().isPresent() && !addsReasons(rate)) return new Not(ALREADY_RATED);
    if (!within(RATING)) return new Not(RATING_TOO_LATE);
    var uncounted = !counts(rate.by());
    var comment = rate.comment().strip();
    return new Happens(new What.Rated(rate.score(), rate.reasons(), comment, uncounted));
  }

  /// One rating a person, an engineer and a day counts, and none of the desk's own people; reasons
  /// that are added change nothing about it. Domain §17.
  private boolean counts(PersonId by) {
    return ticket
        .rating()
        .map(first -> !first.uncounted())
        .orElseGet(() -> around.countsRating(by, ticket.assignee().or(this::solver)));
  }

  /// One tap gives the score; the same person may add reasons to it once.
  private boolean addsReasons(Command.Rate rate) {
    return ticket
            .rating()
            .filter(first -> first.by().equals(rate.by()) && first.score() == rate.score())
            .filter(first -> first.reasons().isEmpty() && first.comment().isEmpty())
            .isPresent()
        && !(rate.reasons().isEmpty() && rate.comment().isBlank());
  }

  private Optional<PersonId> solver() {
    return switch (ticket.stage()) {
      case Stage.Resolved(var by, var _, var _) -> Optional.of(by);
      case Stage.Closed(var by, var _, var _) -> Optional.of(by);
      case Stage _ -> Optional.empty();
    };
  }

  private boolean within(Duration time) {
    return ticket
        .times()
        .resolved()
        .filter(resolved -> !now.isAfter(resolved.plus(time)))
        .isPresent();
  }

  private Outcome notNow() {
    return new Not(
        ticket.status().isOpen() || ticket.status() == Status.RESOLVED ? NOT_NOW : ALREADY_OVER);
  }
}
