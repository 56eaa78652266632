package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;

/// Which tickets somebody looks for; what is empty does not matter.
///
/// @param category a code of any level: everything below it counts
/// @param from created at or after, `to` created before
/// @param due promised to work again before then
public record TicketFilter(
    Set<Status> statuses,
    Optional<PersonId> assignee,
    Optional<PersonId> requester,
    Optional<TeamId> team,
    Optional<CampusId> campus,
    Optional<DepartmentId> department,
    Set<Priority> priorities,
    Optional<CategoryCode> category,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Instant> due) {
  public static final TicketFilter EVERYTHING =
      new TicketFilter(
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public TicketFilter {
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
  }

  /// The same, with this in title or description, or as the number.
  public TicketFilter containing(String words) {
    return new TicketFilter(
        statuses,
        assignee,
        requester,
        team,
        campus,
        department,
        priorities,
        category,
        Optional.of(words),
        from,
        to,
        due);
  }

  /// The same, created from then on and before then.
  public TicketFilter during(Optional<Instant> begin, Optional<Instant> end) {
    return new TicketFilter(
        statuses,
        assignee,
        requester,
        team,
        campus,
        department,
        priorities,
        category,
        text,
        begin,
        end,
        due);
  }

  /// The same, of these priorities only.
  public TicketFilter with(Set<Priority> wanted) {
    return new TicketFilter(
        statuses,
        assignee,
        requester,
        team,
        campus,
        department,
        wanted,
        category,
        text,
        from,
        to,
        due);
  }

  /// The same, of this department only.
  public TicketFilter of(DepartmentId wanted) {
    return new TicketFilter(
        statuses,
        assignee,
        requester,
        team,
        campus,
        Optional.of(wanted),
        priorities,
        category,
        text,
        from,
        to,
        due);
  }

  /// The same, in these states only.
  public TicketFilter in(Set<Status> wanted) {
    return new TicketFilter(
        wanted,
        assignee,
        requester,
        team,
        campus,
        department,
        priorities,
        category,
        text,
        from,
        to,
        due);
  }

  /// The same, in this engineer's hands only.
  public TicketFilter inHandsOf(PersonId engineer) {
    return new TicketFilter(
        statuses,
        Optional.of(engineer),
        requester,
        team,
        campus,
        department,
        priorities,
        category,
        text,
        from,
        to,
        due);
  }

  /// The same, promised to work again before then only.
  public TicketFilter dueBefore(Instant then) {
    return new TicketFilter(
        statuses,
        assignee,
        requester,
        team,
        campus,
        department,
        priorities,
        category,
        text,
        from,
        to,
        Optional.of(then));
  }
}
