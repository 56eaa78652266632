package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.Measured;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// Writes down what happens: the event, the ticket after it, its promises and what is due next, all
/// in one transaction.
final class Recorder {
  private final EventLog log;
  private final TicketPromises promises;
  private final Agenda agenda;

  Recorder(EventLog log, TicketPromises promises, Agenda agenda) {
    this.log = log;
    this.promises = promises;
    this.agenda = agenda;
  }

  Ticket open(SqlConnection tx, TicketNumber number, PersonId by, What.Created what, Instant now) {
    var created = new TicketEvent(number, 1, now, by, Status.NEW, Status.NEW, what);
    return settle(tx, Fold.first(created), new ArrayList<>(List.of(created)), 0, now);
  }

  Decision record(SqlConnection tx, Ticket ticket, PersonId by, List<What> what, Instant now) {
    var history = new ArrayList<>(history(tx, ticket.number()));
    var before = history.size();
    var after = ticket;
    for (var one : what) after = append(after, by, one, history, now);
    var happened = List.copyOf(history.subList(before, history.size()));
    return new Decision.Accepted(settle(tx, after, history, before, now), happened);
  }

  /// The desk's own doing; nothing if the ticket has moved on.
  Ticket automatically(SqlConnection tx, Ticket ticket, Automatic action, Instant now) {
    return action
        .decide(ticket, now)
        .map(happens -> record(tx, ticket, PersonId.SYSTEM, happens.what(), now).ticket())
        .orElse(ticket);
  }

  /// Does what is due for this ticket.
  ///
  /// @return whether anything was
  boolean actOn(SqlConnection tx, Ticket ticket, Instant now) {
    var history = new ArrayList<>(history(tx, ticket.number()));
    var before = history.size();
    settle(tx, dueAct(tx, ticket, history, now), history, before, now);
    return history.size() > before;
  }

  private Ticket dueAct(SqlConnection tx, Ticket ticket, List<TicketEvent> history, Instant now) {
    var after = ticket;
    var happens = agenda.due(tx, after, now).flatMap(action -> action.decide(ticket, now));
    if (happens.isEmpty()) return after;
    for (var one : happens.get().what()) after = append(after, PersonId.SYSTEM, one, history, now);
    return after;
  }

  private static Ticket append(
      Ticket ticket, PersonId by, What what, List<TicketEvent> history, Instant now) {
    var sequence = ticket.version() + 1;
    var bare =
        new TicketEvent(ticket.number(), sequence, now, by, ticket.status(), ticket.status(), what);
    var after = Fold.after(ticket, bare);
    history.add(bare.leadingTo(after.status()));
    return after;
  }

  /// Whoever is to be asked at once is asked now; then what happened and the row are written.
  ///
  /// @param before how much of the history is written already
  private Ticket settle(
      SqlConnection tx, Ticket ticket, List<TicketEvent> history, int before, Instant now) {
    var asked = askNow(tx, ticket, history, now);
    var fresh = history.subList(before, history.size());
    log.append(tx, fresh.stream().map(TicketEvent::forLog).toList());
    var measured = promises.measure(history, history.getLast().at());
    var settled = asked.promising(measured);
    new TicketStore(tx).save(settled, measured.snapshot(), agenda.next(settled));
    return settled;
  }

  private Ticket askNow(SqlConnection tx, Ticket ticket, List<TicketEvent> history, Instant now) {
    var after = ticket;
    while (after.stage() instanceof Stage.New) {
      var asked = dueAct(tx, after, history, now);
      if (asked.version() == after.version()) break;
      after = asked;
    }
    return after;
  }

  List<TicketEvent> history(SqlClient sql, TicketNumber number) {
    return log.of(sql, TicketEvent.STREAM, "" + number.value()).stream()
        .map(TicketEvent::of)
        .toList();
  }

  /// Writes the row anew from the events; true if there is such a ticket.
  boolean measureAnew(SqlConnection tx, TicketNumber number, Instant now) {
    var ticket = new TicketStore(tx).lock(number);
    var history = new ArrayList<>(history(tx, number));
    ticket.ifPresent(one -> settle(tx, one, history, history.size(), now));
    return ticket.isPresent();
  }

  Measured measured(SqlClient sql, TicketNumber number, Instant asOf) {
    return promises.measure(history(sql, number), asOf);
  }

  Ticket rebuilt(SqlClient sql, TicketNumber number) {
    var history = history(sql, number);
    if (history.isEmpty()) throw new NoSuchTicket(number);
    var ticket = Fold.first(history.getFirst());
    for (var event : history.subList(1, history.size())) ticket = Fold.after(ticket, event);
    return ticket.promising(promises.measure(history, history.getLast().at()));
  }
}
