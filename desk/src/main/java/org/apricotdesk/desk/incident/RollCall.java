package org.apricotdesk.desk.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;

/// Which places say that it works again.
public record RollCall(List<Place> places) {
  private static final double MOST = 0.9;

  public RollCall {
    places = List.copyOf(places);
  }

  /// @param works the newest answer from there
  /// @param reporters who reported from there
  public record Place(DepartmentId department, Set<PersonId> reporters, Optional<Boolean> works) {
    public Place {
      reporters = Set.copyOf(reporters);
    }
  }

  /// Whether that place is asked and has not answered yet.
  boolean awaits(DepartmentId department) {
    return places.stream()
        .anyMatch(place -> place.department().equals(department) && place.works().isEmpty());
  }

  public long good() {
    return places.stream().filter(place -> place.works().equals(Optional.of(true))).count();
  }

  public long bad() {
    return places.stream().filter(place -> place.works().equals(Optional.of(false))).count();
  }

  public long silent() {
    return places.size() - good() - bad();
  }

  /// Nine of ten places say yes and none says no.
  public boolean passed() {
    return bad() == 0 && good() >= Math.ceil(places.size() * MOST);
  }
}
