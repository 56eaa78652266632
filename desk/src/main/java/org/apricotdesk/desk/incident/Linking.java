package org.apricotdesk.desk.incident;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.Command;
import org.apricotdesk.desk.ticket.Decision;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Merges the tickets that belong to declared incidents into their common ticket, those from before
/// the declaration and those that come later. What a person took out again stays out.
final class Linking {
  private static final int BATCH = 50;
  private static final int LOOKED_AT = 500;

  /// Reports just before the first suspicious one may be of the same trouble.
  private static final Duration EARLIER = Duration.ofMinutes(15);

  private final Database database;
  private final TicketDesk tickets;
  private final KnownIncidents known;
  private final Chronicle chronicle;
  private final Clock clock;

  Linking(
      Database database,
      TicketDesk tickets,
      KnownIncidents known,
      Chronicle chronicle,
      Clock clock) {
    this.database = database;
    this.tickets = tickets;
    this.known = known;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /// @return how many tickets were linked
  int link() {
    var linked = 0;
    for (var incident : new IncidentStore(database.pool()).open())
      if (incident.stage().isRunning()) linked += link(incident);
    return linked;
  }

  private int link(Incident seen) {
    var fresh = candidates(seen);
    return fresh.isEmpty()
        ? 0
        : database.inTransaction(
            tx -> {
              var incident = new IncidentStore(tx).lock(seen.number()).orElseThrow();
              return incident.stage().isRunning() ? link(tx, incident, fresh) : 0;
            });
  }

  private List<Ticket> candidates(Incident incident) {
    var since = incident.times().detected().minus(EARLIER);
    var parent = incident.parent();
    var about = tickets.openFaults(database.pool(), incident.categories(), since, LOOKED_AT);
    var numbers = about.stream().map(ticket -> ticket.number().value()).toList();
    var taken = known.of(numbers);
    return about.stream()
        .filter(ticket -> !parent.equals(Optional.of(ticket.number())))
        .filter(ticket -> !taken.containsKey(ticket.number().value()))
        .filter(
            ticket ->
                known.isFelt(
                    incident,
                    ticket.report().place().department(),
                    ticket.report().place().campus()))
        .limit(BATCH)
        .toList();
  }

  private int link(SqlConnection tx, Incident incident, List<Ticket> fresh) {
    var store = new IncidentStore(tx);
    var parent = incident.parent().orElseThrow();
    var reports = new ArrayList<Report>();
    for (var ticket : fresh) {
      var report = report(ticket);
      if (store.join(incident.number(), report, clock.instant()) && merge(tx, ticket, parent))
        reports.add(report);
    }
    if (!reports.isEmpty()) {
      var what = new What.Linked(reports);
      chronicle.record(tx, incident, PersonId.SYSTEM, what, clock.instant());
    }
    return reports.size();
  }

  /// One that has moved on meanwhile, or has children of its own, is left alone.
  private boolean merge(SqlConnection tx, Ticket ticket, TicketNumber parent) {
    var wish = new Command.Merge(PersonId.SYSTEM, parent);
    return tickets.handle(tx, ticket.number(), wish) instanceof Decision.Accepted;
  }

  private static Report report(Ticket ticket) {
    var place = ticket.report().place();
    return new Report(
        ticket.requester(), place.campus(), place.department(), Optional.of(ticket.number()));
  }
}
