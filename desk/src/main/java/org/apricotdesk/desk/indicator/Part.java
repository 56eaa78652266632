package org.apricotdesk.desk.indicator;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.Scope;
import org.apricotdesk.desk.staff.TeamId;

/// The part of the hospital for which sums are kept of what a viewer answers for.
///
/// @param dimension a team or campuses; empty for the whole hospital
/// @param keys which
/// @param rest what the viewer answers for besides, looked at ticket by ticket; empty for nothing
record Part(Optional<Dimension> dimension, Set<String> keys, Optional<Scope> rest) {
  private static final Part WHOLE = new Part(Optional.empty(), Set.of(), Optional.empty());

  Part {
    keys = Set.copyOf(keys);
  }

  /// Empty where no sums are kept of any of it.
  static Optional<Part> of(Scope scope) {
    if (scope.everything()) return Optional.of(WHOLE);
    if (!scope.campuses().isEmpty()) {
      var campuses =
          scope.campuses().stream().map(CampusId::value).collect(Collectors.toUnmodifiableSet());
      return Optional.of(part(Dimension.CAMPUS, campuses, scope, scope.team()));
    }
    return scope
        .team()
        .map(team -> part(Dimension.TEAM, Set.of(team.value()), scope, Optional.empty()));
  }

  private static Part part(
      Dimension dimension, Set<String> keys, Scope scope, Optional<TeamId> team) {
    var rest =
        new Scope(
            false, scope.self(), scope.departments(), team, false, scope.incidents(), Set.of());
    return new Part(Optional.of(dimension), keys, Optional.of(rest));
  }

  boolean isWhole() {
    return dimension.isEmpty();
  }

  boolean holds(Fact fact) {
    var place = fact.place();
    return dimension
        .map(one -> keys.contains(one == Dimension.TEAM ? place.team() : place.campus()))
        .orElse(true);
  }
}
