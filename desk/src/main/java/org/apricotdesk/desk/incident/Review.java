package org.apricotdesk.desk.incident;

import java.time.LocalDate;
import java.util.List;
import org.apricotdesk.desk.staff.PersonId;

/// What was learned, without blame; domain §9.2, step 9.
///
/// @param detection why noticing it took so long
/// @param publicText the short version that may be published
public record Review(
    String cause, String detection, String worked, String publicText, List<Measure> measures) {
  public Review {
    measures = List.copyOf(measures);
  }

  /// Something to be done so that it does not happen again.
  public record Measure(String what, PersonId owner, LocalDate due, boolean done) {}
}
