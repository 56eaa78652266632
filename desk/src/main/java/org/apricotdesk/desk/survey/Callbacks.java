package org.apricotdesk.desk.survey;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.Access;
import org.apricotdesk.desk.staff.Action;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.target.BusinessCalendar;
import org.apricotdesk.desk.ticket.Ticket;
import org.apricotdesk.desk.ticket.TicketDesk;
import org.apricotdesk.desk.ticket.TicketNumber;

/// A low mark is a task: somebody calls back, and writes down why it went wrong and what is done
/// about it. The task is there as soon as the mark is.
public final class Callbacks {
  private static final Duration LOOKS_BACK = Duration.ofDays(90);
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int MOST = 200;

  private static final String DONE = "SELECT ticket FROM desk.callback WHERE done_at >= $1";

  private static final String RECORD =
      """
      INSERT INTO desk.callback (ticket, done_at, done_by, cause, action)
      VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
      """;

  private final Database database;
  private final TicketDesk tickets;
  private final Access access;
  private final Function<CampusId, BusinessCalendar> calendars;
  private final Masker masker;
  private final Clock clock;

  public Callbacks(
      Database database,
      TicketDesk tickets,
      Access access,
      People people,
      Function<CampusId, BusinessCalendar> calendars,
      Clock clock) {
    this.database = database;
    this.tickets = tickets;
    this.access = access;
    this.calendars = calendars;
    this.masker = new Masker(people::isStaffName);
    this.clock = clock;
  }

  /// What this person may see and nobody has done, the oldest first.
  public List<Callback> open(Person viewer) {
    var since = clock.instant().minus(LOOKS_BACK);
    return tickets.lowRated(viewer, since, doneSince(since), MOST).stream()
        .map(this::callback)
        .toList();
  }

  private Callback callback(Ticket ticket) {
    var rated = ticket.rating().orElseThrow().at();
    var calendar = calendars.apply(ticket.report().place().campus());
    return new Callback(ticket, calendar.add(rated, calendar.workingDay()));
  }

  /// Of what was solved since then nobody can have called back before.
  private Set<TicketNumber> doneSince(Instant since) {
    var values = Tuple.of(since.atOffset(ZoneOffset.UTC));
    return database.pool().preparedQuery(DONE).execute(values).await().stream()
        .map(row -> new TicketNumber(row.getLong("ticket")))
        .collect(Collectors.toSet());
  }

  /// What became of a call.
  public enum Result {
    DONE,
    NOT_ALLOWED,
    TEXT_MISSING,
    ALREADY_DONE
  }

  /// @param cause why the reporter was not satisfied, `action` what is done about it
  public Result record(Person by, TicketNumber number, String cause, String action) {
    var ticket = tickets.find(by, number).filter(one -> one.rating().isPresent());
    if (ticket.isEmpty() || !access.may(by, Action.NOTE_INTERNAL, ticket.get().subject()))
      return Result.NOT_ALLOWED;
    // Nobody settles the complaint about their own work.
    if (ticket.get().assignee().equals(Optional.of(by.id()))) return Result.NOT_ALLOWED;
    if (cause.isBlank() || action.isBlank()) return Result.TEXT_MISSING;
    return database.inTransaction(tx -> record(tx, by, number, cause, action));
  }

  private Result record(
      SqlConnection tx, Person by, TicketNumber number, String cause, String action) {
    var row =
        Tuple.of(
            number.value(),
            clock.instant().atOffset(ZoneOffset.UTC),
            by.id().value(),
            masker.mask(cause.strip()).text(),
            masker.mask(action.strip()).text());
    var fresh = tx.preparedQuery(RECORD).execute(row).await().rowCount() == 1;
    return fresh ? Result.DONE : Result.ALREADY_DONE;
  }

  /// How many of those who rated in the last thirty days are satisfied; empty if nobody rated.
  public Optional<Wilson> satisfied() {
    var now = clock.instant();
    return satisfied(now.minus(SHOWN), now.plusSeconds(1));
  }

  public Optional<Wilson> satisfied(Instant from, Instant to) {
    var counts = tickets.ratings(from, to);
    return counts.of() == 0
        ? Optional.empty()
        : Optional.of(Wilson.interval(counts.satisfied(), counts.of()));
  }
}
