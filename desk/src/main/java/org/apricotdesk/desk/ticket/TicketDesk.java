package org.apricotdesk.desk.ticket;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.event.EventLog;
import org.apricotdesk.desk.catalogue.Catalogue;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.target.BusinessCalendar;
import org.apricotdesk.desk.target.Interruption;
import org.apricotdesk.desk.target.Measured;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.ticket.TicketEvent.What;

/// The desk's tickets: opens them, answers every wish about them, finds and lists them.
public final class TicketDesk {
  private static final int BATCH = 200;

  /// While this young and open, the same trouble of the same reporter is the same ticket.
  public static final Duration SAME_TROUBLE = Duration.ofMinutes(30);

  private final Database database;
  private final People people;
  private final Catalogue catalogue;
  private final Access access;
  private final Media media;
  private final BiFunction<CampusId, Instant, BusinessCalendar> calendars;
  private final Clock clock;
  private final Masking masking;
  private final Intake intake;
  private final TicketPromises promises;
  private final Recorder recorder;

  public TicketDesk(
      Database database,
      EventLog events,
      People people,
      Catalogue catalogue,
      Access access,
      Media media,
      Ladder ladder,
      BiFunction<CampusId, Instant, BusinessCalendar> calendars,
      Function<Instant, Targets> policies,
      Clock clock) {
    this.database = database;
    this.people = people;
    this.catalogue = catalogue;
    this.access = access;
    this.media = media;
    this.calendars = calendars;
    this.clock = clock;
    this.masking = new Masking(new Masker(people::isStaffName));
    this.intake = new Intake(people, catalogue);
    promises = new TicketPromises(people, catalogue, calendars, policies);
    this.recorder = new Recorder(events, promises, new Agenda(ladder, promises));
  }

  /// Opens a ticket within the caller's transaction, and asks the first people to take it.
  public Ticket open(SqlConnection tx, NewTicket report) {
    var now = clock.instant();
    var number = new TicketStore(tx).nextNumber();
    return recorder.open(tx, number, report.by(), intake.created(masking.of(report)), now);
  }

  /// Opens a ticket in a transaction of its own.
  public Ticket open(NewTicket report) {
    return database.inTransaction(tx -> open(tx, report));
  }

  /// What would become of a report now: it is opened, looked at, and undone. Nobody hears of it and
  /// no number is used up.
  public Trial tryOut(NewTicket report) {
    try {
      return database.inTransaction(tx -> undone(tx, report));
    } catch (Undone done) {
      return done.trial;
    }
  }

  private Trial undone(SqlConnection tx, NewTicket report) {
    var made = intake.created(masking.of(report));
    var ticket = recorder.open(tx, Trial.NUMBER, report.by(), made, clock.instant());
    throw new Undone(new Trial(ticket, history(tx, ticket.number())));
  }

  /// Carries a trial out of its transaction, which is rolled back.
  private static final class Undone extends RuntimeException {
    private final transient Trial trial;

    Undone(Trial trial) {
      super("tried out", null, false, false);
      this.trial = trial;
    }
  }

  /// Answers a wish within the caller's transaction.
  ///
  /// @throws NoSuchTicket if there is none of that number
  public Decision handle(SqlConnection tx, TicketNumber number, Command command) {
    return handle(tx, number, OptionalInt.empty(), command);
  }

  /// Answers a wish in a transaction of its own.
  ///
  /// @throws NoSuchTicket if there is none of that number
  public Decision handle(TicketNumber number, Command command) {
    return database.inTransaction(tx -> handle(tx, number, command));
  }

  /// Answers the wish of somebody who looked at this version; if it has moved on, they are refused.
  ///
  /// @throws NoSuchTicket if there is none of that number
  public Decision handle(SqlConnection tx, TicketNumber number, int version, Command command) {
    return handle(tx, number, OptionalInt.of(version), command);
  }

  private Decision handle(
      SqlConnection tx, TicketNumber number, OptionalInt version, Command command) {
    var tickets = new TicketStore(tx);
    var other = other(command);
    // of two people who link the same tickets from either side, one waits for the other
    other.filter(one -> one.value() < number.value()).ifPresent(tickets::lock);
    var ticket = tickets.lock(number).orElseThrow(() -> new NoSuchTicket(number));
    other.filter(one -> one.value() > number.value()).ifPresent(tickets::lock);
    var around = around(tx, tickets, ticket);
    var outcome = new Decider(ticket, around, clock.instant()).decide(masking.of(command));
    return switch (outcome) {
      case Outcome.Not(var why) -> new Decision.Refused(why, ticket);
      case Outcome.Happens _ when version.isPresent() && version.getAsInt() != ticket.version() ->
          new Decision.Refused(Refusal.STALE, ticket);
      case Outcome.Happens(var what) -> {
        other.flatMap(tickets::find).ifPresent(one -> mirror(tx, one, command, number));
        var decision = happens(tx, ticket, command.by(), what);
        if (command instanceof Command.Lend lend)
          lend.instead().ifPresent(instead -> repair(tx, ticket, lend.by(), instead));
        yield decision;
      }
    };
  }

  /// What the spare stands in for is repaired in the same hands.
  private void repair(SqlConnection tx, Ticket ticket, PersonId by, Command.Instead instead) {
    var number = open(tx, Repair.of(ticket, by, instead.repair())).number();
    handle(tx, number, new Command.Claim(by));
    handle(tx, number, new Command.Link(by, ticket.number()));
  }

  private Neighbourhood around(SqlConnection tx, TicketStore tickets, Ticket ticket) {
    return new Neighbourhood(
        ticket,
        tickets,
        new LinkStore(tx),
        new LoanStore(tx),
        media.within(tx),
        people,
        catalogue,
        access,
        midnight(ticket));
  }

  /// When the day began where the ticket is.
  private Instant midnight(Ticket ticket) {
    var zone = calendars.apply(ticket.report().place().campus(), Instant.MAX).zone();
    return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private Decision happens(SqlConnection tx, Ticket ticket, PersonId by, List<What> what) {
    var now = clock.instant();
    for (var one : what) {
      new LinkStore(tx).keep(ticket.number(), one);
      new LoanStore(tx).keep(ticket, one, now);
    }
    return recorder.record(tx, ticket, by, what, now);
  }

  private static Optional<TicketNumber> other(Command command) {
    return switch (command) {
      case Command.Link(var _, var other) -> Optional.of(other);
      case Command.Unlink(var _, var other) -> Optional.of(other);
      default -> Optional.empty();
    };
  }

  /// A link has two ends.
  private void mirror(SqlConnection tx, Ticket other, Command command, TicketNumber number) {
    var what =
        command instanceof Command.Link ? new What.Linked(number) : new What.Unlinked(number);
    happens(tx, other, command.by(), List.of(what));
  }

  /// The tickets a ticket is linked with, as far as this person may see them.
  public List<Ticket> linkedWith(Person viewer, TicketNumber number) {
    return new LinkStore(database.pool())
        .of(number).stream().flatMap(other -> find(viewer, other).stream()).toList();
  }

  /// The spares that are out because of a ticket.
  public List<Loan> loansOf(TicketNumber number) {
    return new LoanStore(database.pool()).of(number);
  }

  /// The spares that are out on these campuses; what is due first stands first.
  public List<Loan> loansOut(Set<CampusId> campuses, int limit) {
    return new LoanStore(database.pool()).out(campuses, limit);
  }

  /// Reminds of spares that are due; several instances may run it.
  ///
  /// @return of how many it reminded
  public int remindOfLoans(int limit) {
    var due = new LoanStore(database.pool()).toRemind(clock.instant(), limit);
    for (var loan : due)
      handle(
          loan.ticket(), new Command.RemindOfLoan(PersonId.SYSTEM, loan.asset(), loan.dueBack()));
    return due.size();
  }

  public Optional<Ticket> find(TicketNumber number) {
    return find(database.pool(), number);
  }

  public Optional<Ticket> find(SqlClient sql, TicketNumber number) {
    return new TicketStore(sql).find(number);
  }

  /// The ticket, if this person may see it.
  public Optional<Ticket> find(Person viewer, TicketNumber number) {
    return find(number)
        .filter(ticket -> access.may(viewer, Action.READ, ticket.subject()))
        .map(ticket -> ticket.seenAt(clock.instant()));
  }

  /// Everything that happened to a ticket, oldest first; notes among desk staff only for those who
  /// may read them.
  public List<TicketEvent> history(Person viewer, Ticket ticket) {
    var internal = access.may(viewer, Action.READ_INTERNAL, ticket.subject());
    return history(database.pool(), ticket.number()).stream()
        .filter(event -> internal || !event.isInternal())
        .toList();
  }

  public List<TicketEvent> history(SqlClient sql, TicketNumber number) {
    return recorder.history(sql, number);
  }

  /// The newest first, as many as the viewer may see.
  ///
  /// @param before the last number of the page before
  public List<Ticket> list(
      Person viewer, TicketFilter filter, Optional<TicketNumber> before, int limit) {
    var store = new TicketStore(database.pool());
    return seenNow(store.list(access.scope(viewer), filter, before, limit));
  }

  /// Those that were reported first, as many as the viewer may see.
  public List<Ticket> oldest(Person viewer, TicketFilter filter, int limit) {
    var store = new TicketStore(database.pool());
    return seenNow(store.oldest(access.scope(viewer), filter, limit));
  }

  /// Open tickets in the order in which they want somebody: the promise that runs out first stands
  /// first, what nothing is promised for last; equal ones as they came in.
  ///
  /// @param after where the page before ended
  public List<Ticket> queue(
      Person viewer, TicketFilter filter, Optional<QueuePlace> after, int limit) {
    var store = new TicketStore(database.pool());
    return seenNow(store.queue(access.scope(viewer), filter, after, limit));
  }

  private List<Ticket> seenNow(List<Ticket> tickets) {
    var now = clock.instant();
    return tickets.stream().map(ticket -> ticket.seenAt(now)).toList();
  }

  /// How many [#list] or [#queue] would show in all.
  public long count(Person viewer, TicketFilter filter) {
    return new TicketStore(database.pool()).count(access.scope(viewer), filter);
  }

  /// Somebody's own reports, newest first, whatever became of them.
  public List<Ticket> ofRequester(SqlClient sql, PersonId requester, int limit) {
    return new TicketStore(sql).ofRequester(requester, limit);
  }

  /// Somebody's own reports that are open or to be confirmed, newest first.
  public List<Ticket> unfinishedOf(SqlClient sql, PersonId requester, int limit) {
    return new TicketStore(sql).unfinishedOf(requester, limit);
  }

  /// Somebody's own reports that are over, newest first.
  ///
  /// @param before only those with lower numbers
  public List<Ticket> overOf(PersonId requester, Optional<TicketNumber> before, int limit) {
    return new TicketStore(database.pool()).overOf(requester, before, limit);
  }

  /// What an engineer has in hand.
  public List<Ticket> inHandsOf(SqlClient sql, PersonId engineer, int limit) {
    return new TicketStore(sql).inHandsOf(engineer, limit);
  }

  /// How many tickets an engineer has in hand.
  public long howManyInHandsOf(PersonId engineer) {
    return new TicketStore(database.pool()).howManyInHandsOf(engineer);
  }

  /// Every open ticket about the same trouble, of the same reporter or the same place, the newest
  /// first.
  public List<Ticket> openLike(SqlClient sql, Alike alike) {
    return new TicketStore(sql).openLike(alike);
  }

  /// Faults reported since then, whoever may see them; the newest first.
  public List<Fault> faultsSince(SqlClient sql, Instant since, int limit) {
    return new TicketStore(sql).faultsSince(since, limit);
  }

  /// Open faults reported since then that are merged into nothing; the oldest first.
  ///
  /// @param categories codes of any level: everything below them counts
  public List<Ticket> openFaults(SqlClient sql, Set<String> categories, Instant since, int limit) {
    return new TicketStore(sql).openFaults(categories, since, limit);
  }

  /// Tickets with a score of 1 or 2, resolved since then, as many as the viewer may see; the oldest
  /// first.
  public List<Ticket> lowRated(Person viewer, Instant since, Set<TicketNumber> without, int limit) {
    return new TicketStore(database.pool()).ratedLow(access.scope(viewer), since, without, limit);
  }

  /// How much was reported from where since then.
  public Map<DepartmentId, Long> reportsByDepartment(SqlClient sql, Instant since) {
    return new TicketStore(sql).reportsByDepartment(since);
  }

  /// The ratings of what was resolved within a time.
  public RatingCount ratings(Instant from, Instant to) {
    return new TicketStore(database.pool()).ratings(from, to);
  }

  /// How many faults of which kind came in, hour by hour.
  public List<FaultCount> faultCounts(Instant from, Instant to) {
    return new TicketStore(database.pool()).faultCounts(from, to);
  }

  /// Does what is due by now, each ticket in its own transaction; several instances may run it.
  ///
  /// @return how many tickets were looked at
  public int actOnDue(int limit) {
    var due = new TicketStore(database.pool()).due(clock.instant(), limit);
    due.forEach(number -> database.inTransaction(tx -> act(tx, number)));
    return due.size();
  }

  private boolean act(SqlConnection tx, TicketNumber number) {
    var ticket = new TicketStore(tx).lock(number).orElseThrow(() -> new NoSuchTicket(number));
    return recorder.actOn(tx, ticket, clock.instant());
  }

  /// Passes on everything a person who has left had open, as reporter and as engineer.
  public void leave(PersonId who) {
    for (var number : new TicketStore(database.pool()).openWith(who))
      database.inTransaction(tx -> passOn(tx, number, who));
  }

  private boolean passOn(SqlConnection tx, TicketNumber number, PersonId who) {
    var ticket = new TicketStore(tx).lock(number).orElseThrow(() -> new NoSuchTicket(number));
    var now = clock.instant();
    ticket = recorder.automatically(tx, ticket, new Automatic.OwnerGone(who), now);
    var liaison = ticket.report().place().department().flatMap(people::liaison).map(Person::id);
    if (liaison.isPresent())
      recorder.automatically(tx, ticket, new Automatic.RequesterGone(who, liaison.get()), now);
    return true;
  }

  /// What the clocks of a ticket would say now if that had been promised for it.
  public Measured measured(TicketNumber number, Targets targets) {
    return promises.with(targets).measure(history(database.pool(), number), clock.instant());
  }

  /// What the clocks of a ticket would say now if the time of these interruptions did not count.
  public Measured measuredWithout(List<Interruption> gaps, TicketNumber number) {
    return promises.measureWithout(gaps, history(database.pool(), number), clock.instant());
  }

  /// What the clocks of a ticket say now: promises, pauses, and on whom it waited.
  public Measured measured(SqlClient sql, TicketNumber number) {
    return recorder.measured(sql, number, clock.instant());
  }

  /// The ticket as its events alone make it; differs from [#find] only if something is broken.
  public Ticket rebuilt(SqlClient sql, TicketNumber number) {
    return recorder.rebuilt(sql, number);
  }

  /// Measures what is still open anew, because the calendar has changed.
  public void measureAnew() {
    var after = 0L;
    while (true) {
      var numbers = new TicketStore(database.pool()).open(after, BATCH);
      if (numbers.isEmpty()) return;
      for (var number : numbers)
        database.inTransaction(tx -> recorder.measureAnew(tx, number, clock.instant()));
      after = numbers.getLast().value();
    }
  }

  /// A batch of the tickets opened since then, by number.
  public List<TicketNumber> openedSince(Instant since, long after, int limit) {
    return new TicketStore(database.pool()).openedSince(since, after, limit);
  }

  /// Whether what stands in the row is what its events make of it.
  public boolean isTrue(TicketNumber number) {
    return database.inTransaction(
        tx -> find(tx, number).equals(Optional.of(recorder.rebuilt(tx, number))));
  }
}
