package org.apricotdesk.desk.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tickets somebody may see: one rule, as a check of one ticket and as a condition in SQL.
///
/// @param departments those the viewer speaks for
/// @param pool whether unclaimed work of every team is visible
/// @param incidents whether everything merged into something larger is visible
public record Scope(
    boolean everything,
    PersonId self,
    Set<DepartmentId> departments,
    Optional<TeamId> team,
    boolean pool,
    boolean incidents,
    Set<CampusId> campuses) {
  /// For what the desk counts by itself.
  public static final Scope EVERYTHING =
      new Scope(true, PersonId.SYSTEM, Set.of(), Optional.empty(), true, true, Set.of());

  /// Whether it holds a small part of all tickets only.
  public boolean isNarrow() {
    return !everything && campuses.isEmpty();
  }

  public boolean covers(Subject ticket) {
    return everything
        || ticket.requester().equals(self)
        || ticket.assignee().filter(self::equals).isPresent()
        || ticket.department().filter(departments::contains).isPresent()
        || (team.isPresent() && ticket.team().equals(team))
        || (pool && ticket.unclaimed())
        || (incidents && ticket.incident())
        || campuses.contains(ticket.campus());
  }

  /// The same as a condition on the columns of `desk.ticket`.
  ///
  /// @param first the number of the first `$n` this condition may use
  public Condition where(int first) {
    var ways = ways(first);
    return new Condition("(" + String.join(" OR ", ways.sql()) + ")", ways.values());
  }

  /// The reasons to see a ticket, one of which is enough; each has an index of its own.
  ///
  /// @param first the number of the first `$n` these may use
  public Ways ways(int first) {
    if (everything) return new Ways(List.of("TRUE"), List.of());
    var parts = new ArrayList<String>();
    var values = new ArrayList<Object>();
    values.add(self.value());
    parts.add("requester = $" + first);
    parts.add("assignee = $" + first);
    if (!departments.isEmpty()) {
      values.add(departments.stream().map(DepartmentId::value).toArray(String[]::new));
      parts.add("department = ANY($" + (first + values.size() - 1) + ")");
    }
    if (team.isPresent()) {
      values.add(team.get().value());
      parts.add("team = $" + (first + values.size() - 1));
    }
    if (pool) parts.add("status IN ('new', 'assigned')");
    if (incidents) parts.add("status = 'merged'");
    if (!campuses.isEmpty()) {
      values.add(campuses.stream().map(CampusId::value).toArray(String[]::new));
      parts.add("campus = ANY($" + (first + values.size() - 1) + ")");
    }
    return new Ways(parts, values);
  }

  /// Conditions, with the values all of them bind.
  public record Ways(List<String> sql, List<Object> values) {
    public Ways {
      sql = List.copyOf(sql);
      values = List.copyOf(values);
    }
  }

  /// A piece of a `WHERE` with the values it binds.
  public record Condition(String sql, List<Object> values) {
    public Condition {
      values = List.copyOf(values);
    }
  }
}
