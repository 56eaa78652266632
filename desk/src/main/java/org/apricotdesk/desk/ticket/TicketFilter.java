package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    return changed(draft -> draft.text = Optional.of(words));
  }

  /// The same, created from then on and before then.
  public TicketFilter during(Optional<Instant> begin, Optional<Instant> end) {
    return changed(
        draft -> {
          draft.from = begin;
          draft.to = end;
        });
  }

  /// The same, of these priorities only.
  public TicketFilter with(Set<Priority> wanted) {
    return changed(draft -> draft.priorities = wanted);
  }

  /// The same, of this department only.
  public TicketFilter of(DepartmentId wanted) {
    return changed(draft -> draft.department = Optional.of(wanted));
  }

  /// The same, in these states only.
  public TicketFilter in(Set<Status> wanted) {
    return changed(draft -> draft.statuses = wanted);
  }

  /// The same, in this engineer's hands only.
  public TicketFilter inHandsOf(PersonId engineer) {
    return changed(draft -> draft.assignee = Optional.of(engineer));
  }

  /// The same, promised to work again before then only.
  public TicketFilter dueBefore(Instant then) {
    return changed(draft -> draft.due = Optional.of(then));
  }

  private TicketFilter changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.filter();
  }

  private static final class Draft {
    private final TicketFilter before;
    private Set<Status> statuses;
    private Optional<PersonId> assignee;
    private Optional<DepartmentId> department;
    private Set<Priority> priorities;
    private Optional<String> text;
    private Optional<Instant> from;
    private Optional<Instant> to;
    private Optional<Instant> due;

    Draft(TicketFilter before) {
      this.before = before;
      statuses = before.statuses;
      assignee = before.assignee;
      department = before.department;
      priorities = before.priorities;
      text = before.text;
      from = before.from;
      to = before.to;
      due = before.due;
    }

    TicketFilter filter() {
      return new TicketFilter(
          statuses,
          assignee,
          before.requester,
          before.team,
          before.campus,
          department,
          priorities,
          before.category,
          text,
          from,
          to,
          due);
    }
  }
}
