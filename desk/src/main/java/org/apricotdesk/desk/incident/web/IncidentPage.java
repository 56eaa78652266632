package org.apricotdesk.desk.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;

/// One incident.
///
/// @param staff whether the reader works for the information department
/// @param leads whether the reader may do something about it
/// @param mine the places the reader may answer for
/// @param reporters how many people are affected
/// @param declare the form to declare it or to change its places, as long as it is not over
public record IncidentPage(
    IncidentLine line,
    boolean staff,
    boolean leads,
    boolean directs,
    int reporters,
    List<Place> places,
    List<Place> mine,
    List<Happening> history,
    List<Person> owners,
    Optional<DeclarePage> declare,
    Refused refused) {

  /// @param works the newest answer from there
  /// @param recovered whether it was said to work again there
  public record Place(
      Department department, int reporters, Optional<Boolean> works, boolean recovered) {}

  public record Happening(Instant at, String by, String text) {}

  public long well() {
    return places.stream().filter(place -> place.works().equals(Optional.of(true))).count();
  }
}
