package org.apricotdesk.desk.routing;

import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.duty.Duty;
import org.apricotdesk.desk.duty.Line;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.BusinessCalendar;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.Ladder;
import org.apricotdesk.desk.ticket.Rung;
import org.apricotdesk.desk.ticket.Stage;
import org.apricotdesk.desk.ticket.Ticket;

/// Finds whom to ask to take a ticket.
public final class Routing implements Ladder {
  private static final int LEAD_AFTER = 2;

  private final People people;
  private final Duty duty;
  private final Function<CampusId, BusinessCalendar> calendars;
  private final Clock clock;

  public Routing(
      People people, Duty duty, Function<CampusId, BusinessCalendar> calendars, Clock clock) {
    this.people = people;
    this.duty = duty;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> due(Ticket ticket) {
    return ticket.stage() instanceof Stage.New(var since, var rung)
        ? step(ticket, rung).map(step -> due(ticket, since, step.after()))
        : Optional.empty();
  }

  @Override
  public Optional<Rung> next(SqlClient sql, Ticket ticket) {
    return ticket.stage() instanceof Stage.New(var since, var rung)
        ? step(ticket, rung).map(step -> rung(sql, ticket, step, rung + 1, since))
        : Optional.empty();
  }

  private Rung rung(SqlClient sql, Ticket ticket, Steps.Step step, int number, Instant since) {
    var name = step.who().name().toLowerCase(Locale.ROOT);
    return new Rung(number, name, asked(sql, ticket, step.who()), due(ticket, since, step.after()));
  }

  private static Optional<Steps.Step> step(Ticket ticket, int rung) {
    var steps = steps(ticket);
    return rung < steps.size() ? Optional.of(steps.get(rung)) : Optional.empty();
  }

  /// The least pressing work climbs in working time only.
  private Instant due(Ticket ticket, Instant since, Duration after) {
    return ticket.priority() == Priority.P4
        ? calendars.apply(ticket.report().place().campus()).add(since, after)
        : since.plus(after);
  }

  private static List<Steps.Step> steps(Ticket ticket) {
    return ticket.counts().released() >= LEAD_AFTER
        ? Steps.GIVEN_BACK
        : Steps.of(ticket.priority());
  }

  private List<PersonId> asked(SqlClient sql, Ticket ticket, Steps.Who who) {
    var on = duty.on(sql, clock.instant());
    var pool = new Pool(staff(), firstLine(on));
    return switch (who) {
      case PERSON -> ids(lightest(sql, pool.of(ticket)).limit(1));
      case PAIR -> ids(lightest(sql, pool.of(ticket)).limit(2));
      case GROUP -> ids(lightest(sql, pool.of(ticket)));
      case LEAD -> ids(leads(ticket));
      case EVERYBODY -> ids(Stream.concat(pool.teamOf(ticket).stream(), leads(ticket)));
      case MANAGER -> managers(on);
      case DIRECTOR -> ids(people.having(Role.DIRECTOR).stream());
    };
  }

  private List<Person> staff() {
    var staff = new LinkedHashSet<>(people.having(Role.ENGINEER));
    staff.addAll(people.having(Role.DISPATCHER));
    return List.copyOf(staff);
  }

  private static Set<PersonId> firstLine(List<Shift> on) {
    return on.stream()
        .filter(shift -> shift.line() == Line.FIRST)
        .map(Shift::person)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Person> lightest(SqlClient sql, List<Person> pool) {
    return Loads.of(sql, pool).lightestFirst(pool).stream();
  }

  /// The team's lead, or where nobody leads it, the desk.
  private Stream<Person> leads(Ticket ticket) {
    var lead =
        ticket.hands().team().flatMap(people::team).flatMap(t -> t.lead()).flatMap(people::active);
    return lead.map(Stream::of).orElseGet(() -> people.having(Role.DISPATCHER).stream());
  }

  private List<PersonId> managers(List<Shift> on) {
    var rostered =
        on.stream()
            .filter(shift -> shift.line() == Line.DIRECTOR)
            .map(Shift::person)
            .distinct()
            .toList();
    return rostered.isEmpty() ? ids(people.having(Role.DEPUTY_DIRECTOR).stream()) : rostered;
  }

  private static List<PersonId> ids(Stream<Person> people) {
    return people.map(Person::id).distinct().toList();
  }
}
