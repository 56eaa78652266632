package org.apricotdesk.desk.ticket.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Promise;
import org.apricotdesk.desk.ticket.Place;
import org.apricotdesk.desk.ticket.Ticket;

/// Puts names to what a ticket knows by id.
final class TicketLines {
  private final People people;
  private final Clock clock;

  TicketLines(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  List<TicketLine> of(List<Ticket> tickets) {
    return tickets.stream().map(this::of).toList();
  }

  TicketLine of(Ticket ticket) {
    var due = ticket.running().flatMap(Promise::due);
    return new TicketLine(
        ticket,
        place(ticket.report().place()),
        ticket.assignee().map(this::name),
        due,
        due.filter(this::past).isPresent());
  }

  String name(PersonId id) {
    return people.find(id).map(Person::name).orElse(id.value());
  }

  /// A pool as people call it: the squad, or the whole team.
  String pool(Optional<TeamId> team, Optional<String> squad) {
    var found = team.flatMap(people::team);
    return squad
        .map(id -> found.flatMap(one -> one.squad(id)).map(Team.Squad::name).orElse(id))
        .or(() -> found.map(Team::name))
        .or(() -> team.map(TeamId::value))
        .orElse("");
  }

  String place(Place place) {
    var department = place.department().flatMap(people::department).map(Department::name);
    return Stream.of(department, place.spot())
        .flatMap(Optional::stream)
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private boolean past(Instant due) {
    return due.isBefore(clock.instant());
  }
}
