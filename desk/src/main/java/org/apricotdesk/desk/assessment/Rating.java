package org.apricotdesk.desk.assessment;

import java.time.Instant;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.staff.PersonId;

/// What one of those who steer thinks of an engineer's innovation in a term.
///
/// @param score 0 to 100
public record Rating(
    PersonId engineer, Judge judge, int score, String reason, PersonId by, Instant at) {
  public static final int MOST = 100;

  public Rating {
    if (score < 0 || score > MOST) throw new IllegalArgumentException("no rating: " + score);
  }
}
