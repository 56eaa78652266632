package org.apricotdesk.desk.staff;

import static org.apricotdesk.desk.staff.Role.AUDITOR;
import static org.apricotdesk.desk.staff.Role.CMIO;
import static org.apricotdesk.desk.staff.Role.DEPUTY_DIRECTOR;
import static org.apricotdesk.desk.staff.Role.DIRECTOR;
import static org.apricotdesk.desk.staff.Role.DISPATCHER;
import static org.apricotdesk.desk.staff.Role.ENGINEER;
import static org.apricotdesk.desk.staff.Role.LIAISON;
import static org.apricotdesk.desk.staff.Role.TEAM_LEAD;

import java.util.Optional;
import java.util.Set;

/// Who may see and do what with tickets: the one place that decides.
///
/// Rights are the union of somebody's roles. Whoever has left has none.
public final class Access {
  private final People people;

  public Access(People people) {
    this.people = people;
  }

  /// The tickets this person may see.
  public Scope scope(Person person) {
    if (!person.active())
      return new Scope(false, PersonId.SYSTEM, Set.of(), Optional.empty(), false, false, Set.of());
    var engineer = person.is(ENGINEER) || person.is(TEAM_LEAD);
    return new Scope(
        directs(person) || person.is(AUDITOR),
        person.id(),
        spokenFor(person),
        engineer ? person.team() : Optional.empty(),
        engineer,
        person.is(CMIO),
        person.is(DISPATCHER) ? person.campusScope() : Set.of());
  }

  /// Whether this person may report anything; an auditor only looks.
  public boolean mayReport(Person person) {
    return person.active() && !person.roles().equals(Set.of(AUDITOR));
  }

  /// Whether this person may make somebody that, or a program by a token, or let them be it no
  /// longer: nobody gives rights they do not have, or giving would be a way to more.
  public boolean mayGive(Person person, Role role) {
    if (!person.active()) return false;
    return switch (role) {
      case STAFF, LIAISON -> true; // they see what their own ward reports
      case DIRECTOR, SYSADMIN -> person.is(DIRECTOR) || person.is(role);
      case ENGINEER,
          DISPATCHER,
          TEAM_LEAD,
          DEPUTY_DIRECTOR,
          CMIO,
          CLINICAL_REVIEWER,
          FUNCTIONAL_APPROVER,
          AUDITOR ->
          directs(person) || person.is(role);
    };
  }

  /// Whether this person may change what somebody is; nobody changes their own rights.
  public boolean mayGive(Person person, Giving giving) {
    var moved = giving.moved();
    return moved.isEmpty()
        || (!giving.who().equals(person.id())
            && moved.stream().allMatch(role -> mayGive(person, role)));
  }

  /// Whether this person may do this to that ticket, as far as roles go.
  public boolean may(Person person, Action action, Subject ticket) {
    if (person.id().equals(PersonId.SYSTEM)) return true;
    if (!person.active()) return false;
    return switch (action) {
      case REPORT -> mayReport(person);
      case READ -> scope(person).covers(ticket);
      case READ_INTERNAL -> deskStaff(person) && scope(person).covers(ticket);
      case CLAIM -> person.is(ENGINEER) || governs(person, ticket);
      case ASSIGN, MERGE, CANCEL_DURING_WORK, TRANSFER_ANYWHERE, CHANGE_PRIORITY_FREELY ->
          governs(person, ticket);
      case TRANSFER ->
          governs(person, ticket) || holds(person, ticket) || isOffered(person, ticket);
      case CHANGE_PRIORITY, CHANGE_CATEGORY, PAUSE, RESOLVE ->
          governs(person, ticket) || holds(person, ticket);
      case REDIRECT -> dispatches(person, ticket) || directs(person);
      case CONFIRM, RATE, NUDGE -> speaksFor(person, ticket);
      case REOPEN -> speaksFor(person, ticket) || dispatches(person, ticket);
      case CANCEL_BEFORE_WORK -> speaksFor(person, ticket) || governs(person, ticket);
      case NOTE ->
          speaksFor(person, ticket)
              || (deskStaff(person) && !readsOnly(person) && scope(person).covers(ticket));
      case NOTE_INTERNAL -> deskStaff(person) && !readsOnly(person) && scope(person).covers(ticket);
    };
  }

  /// Whether this person may see what a colleague's own work comes to: their own, as the lead of
  /// the team, as a director.
  public boolean answersFor(Person person, Person colleague) {
    if (!person.active()) return false;
    return person.id().equals(colleague.id())
        || directs(person)
        || (person.is(TEAM_LEAD)
            && person.team().isPresent()
            && person.team().equals(colleague.team()));
  }

  /// Whether this person reads the counts behind a share of so few that the share is not told.
  public boolean mayReadFew(Person person) {
    return person.active() && (directs(person) || person.is(TEAM_LEAD) || person.is(AUDITOR));
  }

  /// Whether this person may see how an engineer is assessed.
  public boolean mayReadAssessment(Person person, Person engineer) {
    return answersFor(person, engineer) || (person.active() && person.is(AUDITOR));
  }

  /// Whether this person may judge an engineer's innovation; nobody judges their own.
  public boolean mayRateInnovation(Person person, Person engineer) {
    return person.active()
        && (person.is(DIRECTOR) || person.is(CMIO))
        && !person.id().equals(engineer.id());
  }

  /// Whether this person may note that an engineer broke security; nobody does so of themselves.
  public boolean mayNoteBreach(Person person, Person engineer) {
    return person.active() && person.is(DIRECTOR) && !person.id().equals(engineer.id());
  }

  /// Whether this person works for the information department.
  public boolean deskStaff(Person person) {
    return person.active()
        && (person.is(ENGINEER)
            || person.is(TEAM_LEAD)
            || person.is(DISPATCHER)
            || person.is(AUDITOR)
            || directs(person));
  }

  private static boolean governs(Person person, Subject ticket) {
    return directs(person)
        || dispatches(person, ticket)
        || (person.is(TEAM_LEAD)
            && person.team().isPresent()
            && person.team().equals(ticket.team()));
  }

  private static boolean directs(Person person) {
    return person.is(DIRECTOR) || person.is(DEPUTY_DIRECTOR);
  }

  private static boolean dispatches(Person person, Subject ticket) {
    return person.is(DISPATCHER) && person.campusScope().contains(ticket.campus());
  }

  private static boolean holds(Person person, Subject ticket) {
    return ticket.assignee().filter(person.id()::equals).isPresent();
  }

  /// Whoever may take it may also pass it on, as long as it is nobody's.
  private boolean isOffered(Person person, Subject ticket) {
    return person.is(ENGINEER)
        && ticket.unclaimed()
        && ticket.assignee().isEmpty()
        && scope(person).covers(ticket);
  }

  private static boolean readsOnly(Person person) {
    return person.roles().stream().allMatch(role -> role == AUDITOR || role == Role.STAFF);
  }

  private boolean speaksFor(Person person, Subject ticket) {
    return ticket.requester().equals(person.id())
        || ticket.department().filter(spokenFor(person)::contains).isPresent();
  }

  private Set<DepartmentId> spokenFor(Person person) {
    return person.is(LIAISON) ? people.spokenForBy(person) : Set.of();
  }
}
