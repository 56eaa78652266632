package org.apricotdesk.desk.incident;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.DepartmentId;

/// Which places say that it works again.
public record RollCall(List<Place> places) {
  private static final double MOST = 0.9;

  public RollCall {
    places = List.copyOf(places);
  }

  /// @param works the newest answer from there
  /// @param reporters how many people reported from there
  public record Place(DepartmentId department, int reporters, Optional<Boolean> works) {}

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
