package org.apricotdesk.desk.duty;

import java.time.Instant;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;

/// Somebody on duty for a while.
///
/// @param name of the kind of shift, such as `night`
public record Shift(
    PersonId person, String name, Line line, CampusId campus, Instant start, Instant end) {
  public Shift {
    if (!end.isAfter(start)) throw new IllegalArgumentException("a shift ends after it starts");
  }

  public boolean covers(Instant moment) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }

  boolean overlaps(Shift other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
