package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the desk will do about a ticket by itself, and when.
final class Agenda {
  static final Duration CLOSING = Duration.ofDays(3);
  private static final int SILENT_DAYS = 3;

  private final Ladder ladder;
  private final TicketPromises promises;

  Agenda(Ladder ladder, TicketPromises promises) {
    this.ladder = ladder;
    this.promises = promises;
  }

  /// One thing to do, not before its time.
  private record Item(Instant at, Automatic action) {}

  /// When the ticket has to be looked at again.
  Optional<Instant> next(Ticket ticket) {
    return ticket.stage() instanceof Stage.New ? ladder.due(ticket) : inHand(ticket).map(Item::at);
  }

  /// What is to be done by now. Whom to ask is looked up only when it is time to.
  Optional<Automatic> due(SqlClient sql, Ticket ticket, Instant now) {
    if (next(ticket).filter(at -> !at.isAfter(now)).isEmpty()) return Optional.empty();
    return ticket.stage() instanceof Stage.New
        ? ladder
            .next(sql, ticket)
            .map(rung -> new Automatic.Escalate(rung.step(), rung.name(), rung.to()))
        : inHand(ticket).map(Item::action);
  }

  private Optional<Item> inHand(Ticket ticket) {
    return switch (ticket.stage()) {
      case Stage.Assigned(var since) ->
          Optional.of(new Item(since.plus(patience(ticket)), new Automatic.ClaimTimeout()));
      case Stage.Paused paused -> afterPause(ticket, paused);
      case Stage.Resolved _ ->
          ticket
              .times()
              .resolved()
              .map(at -> new Item(at.plus(CLOSING), new Automatic.AutoClose()));
      case Stage.New _,
          Stage.InProgress _,
          Stage.Closed _,
          Stage.Cancelled _,
          Stage.Merged _,
          Stage.Redirected _ ->
          Optional.empty();
    };
  }

  private Optional<Item> afterPause(Ticket ticket, Stage.Paused paused) {
    return switch (paused.kind()) {
      case PENDING_USER ->
          Optional.of(new Item(silentSince(ticket, paused.since()), new Automatic.AutoResolve()));
      case SCHEDULED -> paused.until().map(at -> new Item(at, new Automatic.ResumeScheduled()));
      case PENDING_VENDOR, PENDING_APPROVAL -> Optional.empty();
    };
  }

  /// Three working days later, when nobody expects an answer any more.
  private Instant silentSince(Ticket ticket, Instant asked) {
    var calendar = promises.calendar(ticket);
    return calendar.add(asked, calendar.workingDay().multipliedBy(SILENT_DAYS));
  }

  /// How long somebody may leave what was assigned to them before it goes back to the pool.
  private static Duration patience(Ticket ticket) {
    return switch (ticket.priority()) {
      case P1, P2 -> Duration.ofMinutes(10);
      case P3 -> Duration.ofMinutes(30);
      case P4 -> Duration.ofHours(4);
    };
  }
}
