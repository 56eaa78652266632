package org.apricotdesk.desk.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.staff.Scope.Condition;
import org.apricotdesk.desk.staff.TeamId;

/// Whose tickets are counted: slices of the hospital for which sums are kept, and what a viewer
/// answers for besides.
///
/// @param dimension a team, campuses, an engineer; empty for the whole hospital
/// @param keys which; none where no sums are kept of any of it
/// @param scope all of it, where that is more than the slices
/// @param rest what may lie outside the slices, likewise
record Part(
    Optional<Dimension> dimension, Set<String> keys, Optional<Scope> scope, Optional<Scope> rest) {
  private static final Part WHOLE =
      new Part(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

  Part {
    keys = Set.copyOf(keys);
  }

  static Part of(Scope scope) {
    if (scope.everything()) return WHOLE;
    if (!scope.campuses().isEmpty()) {
      var campuses =
          scope.campuses().stream().map(CampusId::value).collect(Collectors.toUnmodifiableSet());
      return part(Dimension.CAMPUS, campuses, scope, scope.team());
    }
    var team = scope.team().map(TeamId::value).map(Set::of).orElse(Set.of());
    return part(Dimension.TEAM, team, scope, Optional.empty());
  }

  /// The tickets that are or were last in an engineer's hands, told apart no further.
  static Part of(PersonId engineer) {
    var key = Set.of(engineer.value());
    return new Part(Optional.of(Dimension.ENGINEER), key, Optional.empty(), Optional.empty());
  }

  private static Part part(
      Dimension dimension, Set<String> keys, Scope scope, Optional<TeamId> team) {
    var rest =
        new Scope(
            false, scope.self(), scope.departments(), team, false, scope.incidents(), Set.of());
    return new Part(Optional.of(dimension), keys, Optional.of(scope), Optional.of(rest));
  }

  boolean isWhole() {
    return dimension.isEmpty();
  }

  /// Whether its sums are kept by day, too.
  boolean isDaily() {
    return isWhole() || Cells.PARTS.contains(dimension.orElseThrow());
  }

  /// The tickets of its slices, as a condition on the columns of `desk.ticket_fact`.
  ///
  /// @param first the number of the first `$n` it may use
  Condition within(int first) {
    if (isWhole()) return new Condition("TRUE", List.of());
    return new Condition(column() + " = ANY($" + first + ")", List.of((Object) sorted()));
  }

  /// All of its tickets, as a condition on the columns of `desk.ticket_fact`.
  ///
  /// @param first the number of the first `$n` it may use
  Condition where(int first) {
    return scope.map(all -> all.where(first)).orElseGet(() -> within(first));
  }

  /// Those that lie in no slice; empty where there are none. `$1` is when the period begins.
  Optional<Condition> besides(int first) {
    return rest.map(outside -> besides(outside, first));
  }

  /// Each way to see a ticket goes with each gap between the slices, so that an index finds the few
  /// there are without looking at what somebody has in their own team. The planner would expect
  /// many; so the numbers are looked up first.
  private Condition besides(Scope outside, int first) {
    var ways = outside.ways(first);
    var values = new ArrayList<>(ways.values());
    var next = first + values.size();
    values.add(keys.size() == 1 ? sorted()[0] : sorted());
    var arms =
        ways.sql().stream()
            .flatMap(way -> gaps(next).stream().map(gap -> "(" + way + " AND " + gap + ")"))
            .collect(Collectors.joining(" OR ", "(", ")"));
    var numbers = "SELECT number FROM desk.ticket_fact WHERE last_at >= $1 AND " + arms;
    return new Condition("number = ANY(ARRAY(" + numbers + "))", values);
  }

  private List<String> gaps(int parameter) {
    return keys.size() == 1
        ? List.of(column() + " < $" + parameter, column() + " > $" + parameter)
        : List.of(column() + " <> ALL($" + parameter + ")");
  }

  private String column() {
    return dimension.orElseThrow().sql("");
  }

  private String[] sorted() {
    return keys.stream().sorted().toArray(String[]::new);
  }
}
