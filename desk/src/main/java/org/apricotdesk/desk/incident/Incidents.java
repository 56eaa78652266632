package org.apricotdesk.desk.incident;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.incident.Rules.Outcome;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;

/// The hospital's major incidents: suspects them, answers every wish about them, lists them.
public final class Incidents {
  private static final Duration EARLIER = Duration.ofMinutes(30);
  private static final int LOOKED_AT = 200;

  private final Database database;
  private final TicketDesk tickets;
  private final People people;
  private final Clock clock;
  private final Chronicle chronicle;
  private final KnownIncidents known;
  private final Watch watch;
  private final Linking linking;
  private final CommonTicket common;
  private final Masking masking;

  public Incidents(
      Database database,
      EventLog events,
      TicketDesk tickets,
      People people,
      Catalogue catalogue,
      Clock clock,
      ZoneId zone) {
    this.database = database;
    this.tickets = tickets;
    this.people = people;
    this.clock = clock;
    this.chronicle = new Chronicle(events);
    this.known = new KnownIncidents(database, people);
    this.watch = new Watch(database, tickets, people, catalogue, chronicle, clock, zone);
    this.linking = new Linking(database, tickets, known, chronicle, clock);
    this.common = new CommonTicket(tickets, catalogue, people);
    this.masking = new Masking(people);
  }

  /// What runs, for whoever answers reports and draws pages.
  public KnownIncidents known() {
    return known;
  }

  /// Answers a wish in a transaction of its own.
  ///
  /// @throws NoSuchIncident if there is none of that number
  public Answer handle(IncidentNumber number, Wish wish) {
    var answer = database.inTransaction(tx -> handle(tx, number, wish));
    known.refresh();
    return answer;
  }

  /// Answers a wish within the caller's transaction.
  ///
  /// @throws NoSuchIncident if there is none of that number
  public Answer handle(SqlConnection tx, IncidentNumber number, Wish wish) {
    var incident = new IncidentStore(tx).lock(number).orElseThrow(() -> new NoSuchIncident(number));
    return decide(tx, incident, masking.of(wish));
  }

  /// Declares what nobody suspected before.
  public Answer declare(Wish.Declare wish) {
    var answer =
        database.inTransaction(
            tx -> {
              var clean = masking.of(wish);
              var number = new IncidentStore(tx).nextNumber();
              return decide(tx, Fold.blank(number, clean, noticed(tx, clean)), clean);
            });
    known.refresh();
    return answer;
  }

  /// When the first report came in that belongs to it.
  private Instant noticed(SqlConnection tx, Wish.Declare wish) {
    var now = clock.instant();
    var blank = Fold.blank(new IncidentNumber(Long.MAX_VALUE), wish, now);
    return tickets.openFaults(tx, wish.categories(), now.minus(EARLIER), LOOKED_AT).stream()
        .filter(
            ticket ->
                known.isFelt(
                    blank, ticket.report().place().department(), ticket.report().place().campus()))
        .map(ticket -> ticket.times().created())
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  private Answer decide(SqlConnection tx, Incident incident, Wish wish) {
    var now = clock.instant();
    var by = people.orStranger(wish.by(), wish.by().value());
    Supplier<TicketNumber> parent = () -> common.open(tx, incident, (Wish.Declare) wish);
    var call = new IncidentStore(tx).rollCall(incident.number());
    return switch (new Rules(incident, by, call, parent, now).decide(wish)) {
      case Outcome.Not(var why) -> new Answer.Refused(why, incident);
      case Outcome.Happens(var what) -> {
        var after = chronicle.record(tx, incident, wish.by(), what, now);
        follow(tx, after, wish.by(), what);
        yield new Answer.Done(after);
      }
    };
  }

  /// What it means for tickets.
  private void follow(SqlConnection tx, Incident incident, PersonId by, What what) {
    switch (what) {
      case What.Restored(var text, var _) -> common.resolve(tx, incident, by, text);
      case What.Answered(var department, var works) -> answered(tx, incident, department, works);
      case What _ -> {}
    }
  }

  /// Where it does not work, each report is a ticket of its own again.
  private void answered(
      SqlConnection tx, Incident incident, DepartmentId department, boolean works) {
    var store = new IncidentStore(tx);
    store.answered(incident.number(), department, works);
    if (works) return;
    store.reports(incident.number()).stream()
        .filter(report -> report.department().equals(Optional.of(department)))
        .flatMap(report -> report.ticket().stream())
        .forEach(ticket -> common.release(tx, ticket));
  }

  /// Somebody has the trouble too, without a ticket of their own: they will hear what others hear.
  ///
  /// @return whether they were not among those affected before
  public boolean join(
      SqlConnection tx, IncidentNumber number, Person who, Optional<DepartmentId> department) {
    var incident = new IncidentStore(tx).lock(number).orElseThrow(() -> new NoSuchIncident(number));
    var place = department.or(who::department);
    var campus = place.flatMap(people::department).map(d -> d.campus()).orElse(who.campus());
    var report = new Report(who.id(), campus, place, Optional.empty());
    if (!new IncidentStore(tx).join(number, report, clock.instant())) return false;
    chronicle.record(tx, incident, who.id(), new What.Linked(List.of(report)), clock.instant());
    return true;
  }

  /// Somebody suffers from something else: they hear no more of it, and what they reported is a
  /// ticket of its own again.
  public void leave(SqlConnection tx, IncidentNumber number, PersonId who) {
    var store = new IncidentStore(tx);
    var incident = store.lock(number).orElseThrow(() -> new NoSuchIncident(number));
    var out = store.takeOut(number, who, clock.instant());
    if (out.isEmpty()) return;
    chronicle.record(tx, incident, who, new What.TakenOut(out), clock.instant());
    out.stream()
        .flatMap(report -> report.ticket().stream())
        .forEach(one -> common.release(tx, one));
  }

  /// Does what the desk does by itself: suspecting, linking, minding promises.
  ///
  /// @return how much was done
  public int work(int limit) {
    watch.look();
    var linked = linking.link();
    var due = new IncidentStore(database.pool()).due(clock.instant(), limit);
    due.forEach(number -> database.inTransaction(tx -> missed(tx, number)));
    return linked + due.size();
  }

  private boolean missed(SqlConnection tx, IncidentNumber number) {
    var incident = new IncidentStore(tx).lock(number).orElseThrow();
    var now = clock.instant();
    var promised = incident.actAt().filter(at -> !at.isAfter(now));
    promised.ifPresent(
        at -> chronicle.record(tx, incident, PersonId.SYSTEM, new What.UpdateMissed(at), now));
    return promised.isPresent();
  }

  public Optional<Incident> find(IncidentNumber number) {
    return find(database.pool(), number);
  }

  public Optional<Incident> find(SqlClient sql, IncidentNumber number) {
    return new IncidentStore(sql).find(number);
  }

  /// The newest first.
  ///
  /// @param before the last number of the page before
  /// @param suspected with those that nobody has declared
  public List<Incident> list(Optional<IncidentNumber> before, boolean suspected, int limit) {
    var from = before.map(IncidentNumber::value).orElse(Long.MAX_VALUE);
    return new IncidentStore(database.pool()).page(from, suspected, limit);
  }

  /// Everything that happened to it, oldest first.
  public List<IncidentEvent> history(SqlClient sql, IncidentNumber number) {
    return chronicle.of(sql, number);
  }

  public List<IncidentEvent> history(IncidentNumber number) {
    return history(database.pool(), number);
  }

  public List<Report> reports(SqlClient sql, IncidentNumber number) {
    return new IncidentStore(sql).reports(number);
  }

  public List<Report> reports(IncidentNumber number) {
    return reports(database.pool(), number);
  }

  public RollCall rollCall(IncidentNumber number) {
    return new IncidentStore(database.pool()).rollCall(number);
  }

  /// The incident that waits for this department to say whether it works again.
  public Optional<IncidentNumber> asks(SqlClient sql, DepartmentId department) {
    var store = new IncidentStore(sql);
    return store.open().stream()
        .filter(incident -> incident.asks(department))
        .map(Incident::number)
        .filter(number -> store.rollCall(number).awaits(department))
        .findFirst();
  }

  /// What of an incident anybody may be told.
  public Known known(Incident incident) {
    return known.known(incident);
  }

  /// Declared incidents noticed within a time; the oldest first.
  public List<Incident> declared(Instant from, Instant to) {
    return new IncidentStore(database.pool())
        .detected(from, to).stream().filter(one -> one.stage().isDeclared()).toList();
  }

  /// What was down within a time, for the availability of systems. An incident that began up to a
  /// week before counts with its rest.
  public List<Downtime> downtimes(Instant from, Instant to) {
    var share = new Share(people);
    return declared(from.minus(Duration.ofDays(7)), to).stream()
        .flatMap(
            incident ->
                incident.systems().stream()
                    .map(
                        system ->
                            new Downtime(
                                incident.number(),
                                system,
                                incident.times().detected(),
                                incident.times().restored(),
                                share.of(incident.area()))))
        .filter(down -> down.end().map(end -> end.isAfter(from)).orElse(true))
        .toList();
  }

  /// How much of the hospital an area is, from 0 to 1.
  public double share(Area area) {
    return new Share(people).of(area);
  }

  /// The incident as its events alone make it; differs from [#find] only if something is broken.
  public Incident rebuilt(IncidentNumber number) {
    var history = history(number);
    if (history.isEmpty()) throw new NoSuchIncident(number);
    var incident = Fold.first(history.getFirst());
    for (var event : history.subList(1, history.size())) incident = Fold.after(incident, event);
    return incident;
  }
}
