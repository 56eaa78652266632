package org.apricotdesk.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.apricotdesk.desk.staff.PersonId;

/// What the reporter thinks of the service.
///
/// @param score 1 to 5
/// @param uncounted whether figures leave it out
public record Rating(
    int score,
    List<RatingReason> reasons,
    String comment,
    PersonId by,
    Instant at,
    boolean uncounted) {
  public Rating {
    if (score < 1 || score > 5) throw new IllegalArgumentException("scores run 1 to 5");
    reasons = List.copyOf(reasons);
  }
}
